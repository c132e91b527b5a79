import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { decodeNumericCharacterReference } from "micromark-util-decode-numeric-character-reference";

const reference = /&(?:#(\d{1,7})|#[Xx]([\dA-Fa-f]{1,6})|([\dA-Za-z]{1,31}));/y;

/** The character reference (CommonMark, 2.5) at a place: what it stands for and where it ends. */
export function characterReference(
  text: string,
  start: number,
): { readonly value: string; readonly end: number } | undefined {
  reference.lastIndex = start;
  const match = reference.exec(text);
  if (!match) return undefined;
  const [all, decimal, hexadecimal, name = ""] = match;
  const value =
    decimal !== undefined
      ? decodeNumericCharacterReference(decimal, 10)
      : hexadecimal !== undefined
        ? decodeNumericCharacterReference(hexadecimal, 16)
        : decodeNamedCharacterReference(name);
  return value === false ? undefined : { value, end: start + all.length };
}
