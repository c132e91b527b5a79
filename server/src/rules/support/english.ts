// The words that every English text of some sentences is full of, and few other languages have.
const common = new Set(
  "the of and to in is are for with that this it be will we on as by not from or an have has which can when if at was were they our their its do does no".split(
    " ",
  ),
);

/**
 * Whether a text is English, as far as its most common words tell. Rules that look for words ask this first:
 * a text in another language is never told to lack them. Few words tell nothing, so they are no English.
 */
export function isEnglish(text: string): boolean {
  const own = text.slice(0, 4000).toLowerCase();
  // Unicode's letters are slow to look for, and most texts have no others.
  const words = own.match(/[^\0-\x7F]/.test(own) ? /\p{L}+/gu : /[a-z]+/g) ?? [];
  if (words.length < 6) return false;
  const found = words.filter((word) => common.has(word)).length;
  return found / words.length > 0.12;
}
