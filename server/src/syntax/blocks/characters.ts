/** Whether a UTF-16 code unit is a blank or a tab. */
export const isBlank = (code: number): boolean => code === 32 || code === 9;

/** Whether a UTF-16 code unit ends a line, or there is none since the text has ended. */
export const isEnd = (code: number): boolean => code === 10 || code === 13 || Number.isNaN(code);

/** Whether a UTF-16 code unit is an ASCII letter. */
export const isLetter = (code: number): boolean => {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
};

/** Whether a UTF-16 code unit is an ASCII digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The first offset from `offset` on that is neither a blank nor a tab. */
export function behindBlanks(text: string, offset: number): number {
  let at = offset;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The end of what stands between two offsets, without blanks and tabs behind it. */
export function beforeBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** The line ending at an offset; empty at the end of the text. */
export function endingAt(text: string, offset: number): string {
  const code = text.charCodeAt(offset);
  if (code === 10) return "\n";
  if (code !== 13) return "";
  return text.charCodeAt(offset + 1) === 10 ? "\r\n" : "\r";
}
