/**
 * All matches of a global pattern in a text, as `text.matchAll(pattern)` gives them. That makes another pattern of the
 * same source each time, and V8 compiles it anew when garbage was collected in between: up to 40 ms for a long one.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (!pattern.global) break;
    // As the language has it: behind a match of nothing the search goes on a character further.
    if (match[0] === "") pattern.lastIndex += pattern.unicode && isWide(text, match.index) ? 2 : 1;
  }
  pattern.lastIndex = 0;
  return found;
}

const isWide = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;
