import type { DiagramFact } from "../facts/diagram.ts";
import { lineStarts, positionAt } from "../text/lines.ts";
import { bareSource } from "./bare-source.ts";
import { jisonFault } from "./jison-fault.ts";
import type { KeptText } from "./kept-text.ts";
import { langiumFault } from "./langium-fault.ts";
import type { Place } from "./place.ts";

// Mermaid's own limit, `maxTextSize`, beyond which it draws nothing but a notice.
const longest = 50_000;

/**
 * What `parse`, Mermaid's own, says of a diagram. Never rejects: an error that is not a located syntax error is
 * `unknown`, since it may well be ours.
 */
export async function checkDiagram(
  parse: (source: string) => Promise<unknown>,
  source: string,
): Promise<DiagramFact> {
  if (source.length > longest) return { kind: "unknown" };
  if ((await errorOf(parse, source)) === undefined) return { kind: "sound" };
  // Parsed once more without what Mermaid takes away first: only so is it known in which text the places count.
  const bare = bareSource(source);
  const error = await errorOf(parse, bare.text);
  const place = jisonFault(error, bare.text) ?? langiumFault(error, bare.text);
  return place === undefined ? { kind: "unknown" } : inSource(place, bare, source);
}

async function errorOf(parse: (source: string) => Promise<unknown>, text: string): Promise<unknown> {
  try {
    await parse(text);
    return undefined;
  } catch (error) {
    return error ?? "nothing was thrown";
  }
}

/** The fault at its place in the source, of which `bare` is what the parser read. */
function inSource({ line, column, message }: Place, bare: KeptText, source: string): DiagramFact {
  const bareStart = lineStarts(bare.text)[line] ?? bare.text.length;
  const starts = lineStarts(source);
  const at = (offset: number): ReturnType<typeof positionAt> =>
    positionAt(starts, bare.offsets[offset] ?? source.length);
  const written = bare.text.slice(bareStart).split("\n", 1)[0] ?? "";
  // Mermaid writes entities and colours with a `#` in another way before it parses, which moves what follows.
  if (column === undefined || written.includes("#"))
    return { kind: "fault", line: at(bareStart).line, message };
  const { line: sourceLine, character } = at(bareStart + column);
  return { kind: "fault", line: sourceLine, column: character, message };
}
