// Odd numbers with bits spread over all of their length, one a lane, so that no two lanes go the same way.
const first = 0x9e3779b1;
const second = 0x85ebca77;
const third = 0xc2b2ae3d;
const fourth = 0x27d4eb2f;

/**
 * A short name of a text: equal texts have the same one, and that two others do is left to chance, at about one in
 * 2^100. Letters, digits and `-` only. It is no protection against somebody who makes texts for it to fail.
 */
export function digest(text: string): string {
  const { length } = text;
  let a = first;
  let b = second;
  let c = third;
  let d = fourth;
  for (let index = 0; index < length; index += 2) {
    // Two code units fill a lane. Behind the end there is none, which is told from a zero by the length.
    const next = index + 1 < length ? text.charCodeAt(index + 1) : 0;
    const units = text.charCodeAt(index) | (next << 16);
    a = Math.imul(((a << 11) | (a >>> 21)) ^ units, second);
    b = Math.imul(((b << 17) | (b >>> 15)) ^ units, third);
    c = Math.imul(((c << 13) | (c >>> 19)) ^ units, fourth);
    d = Math.imul(((d << 7) | (d >>> 25)) ^ units, first);
  }
  return [length, mixed(a ^ d), mixed(b ^ a), mixed(c ^ b), mixed(d ^ c)]
    .map((part) => part.toString(36))
    .join("-");
}

/** The bits of a lane spread over all of it: the low ones of a product know nothing of the high ones. Not negative. */
function mixed(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), second);
  const twice = Math.imul(once ^ (once >>> 13), third);
  return (twice ^ (twice >>> 16)) >>> 0;
}
