const marks = new Uint8Array(128);
for (const character of "!&()*:<@[\\]_`~") marks[character.charCodeAt(0)] = 1;

// micromark is quadratic in places: for each mark it may look through all of a leaf. With so many steps that takes it
// about a second. A leaf of 20,000 characters may have 1200 marks, and one of 4000 nothing else.
const most = 24_000_000;

/** Whether remark would take too long for the text of a leaf, if the worst comes to the worst. */
export function isTooMuch(text: string): boolean {
  let left = most / Math.max(1, text.length);
  for (let at = 0; at < text.length && left >= 0; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) left -= marks[code] ?? 0;
  }
  return left < 0;
}
