import { classifyCharacter } from "micromark-util-classify-character";

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) classes[code] = classifyCharacter(code) ?? 0;

/** What surrounds a run of markers: 0 for letters and the like, 1 for white space and the ends, 2 for punctuation. */
export const classOf = (code: number): number =>
  code < 128 ? (classes[code] ?? 0) : Number.isNaN(code) ? 1 : (classifyCharacter(code) ?? 0);

/** Whether a UTF-16 code unit is an ASCII letter. */
export const isAlpha = (code: number): boolean => {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
};

/** Whether a UTF-16 code unit is an ASCII digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a UTF-16 code unit is an ASCII letter or digit. */
export const isAlphanumeric = (code: number): boolean => isAlpha(code) || isDigit(code);

/** Whether a UTF-16 code unit is ASCII punctuation, which a backslash escapes. */
export const isPunctuation = (code: number): boolean =>
  (code >= 33 && code <= 47) ||
  (code >= 58 && code <= 64) ||
  (code >= 91 && code <= 96) ||
  (code >= 123 && code <= 126);

/** Whether a UTF-16 code unit ends a line. */
export const isEnding = (code: number): boolean => code === 10 || code === 13;

/** Whether a UTF-16 code unit is a blank or a tab. */
export const isBlank = (code: number): boolean => code === 32 || code === 9;

/** Whether a UTF-16 code unit is what Markdown calls white space: a blank, a tab or a line ending. */
export const isSpace = (code: number): boolean => isBlank(code) || isEnding(code);
