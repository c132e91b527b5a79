import type { Block } from "../syntax/document.ts";
import { isWrapped } from "./notation.ts";
import type { TemplateSection } from "./template.ts";

/**
 * Texts of a template, see `Unit.text`, as they are looked for in many blocks. What is not found by a glance at a
 * block’s source need not be looked for inside it.
 */
export interface KnownTexts {
  readonly all: ReadonlySet<string>;
  /** Whether a block may hold one of the texts as a whole unit. */
  mayHold(kind: Block["kind"], source: string): boolean;
  /** Whether a block’s source has a word that one of the texts has. */
  mayInclude(source: string): boolean;
}

/** What is looked for of a template’s texts. */
export function knownTexts(texts: Iterable<string>): KnownTexts {
  const all = new Set(texts);
  const first = new Set([...all].map(firstWord));
  const rare = [...new Set([...all].map(longestWord))];
  const hasHidden = [...all].some((text) => text.startsWith("<!--") || text.startsWith("["));
  const hasCode = [...all].some((text) => text.startsWith("```"));
  const mayInclude = (source: string): boolean => rare.some((word) => source.includes(word));
  return {
    all,
    mayInclude,
    mayHold(kind, source) {
      if (all.size === 0) return false;
      switch (kind) {
        case "heading":
        case "frontMatter":
        case "footnoteDefinition":
        case "thematicBreak":
          return false;
        case "code":
          return hasCode;
        case "paragraph": {
          // Behind a label in bold, another word is the first; a line may be meant as a comment.
          const word = firstWord(source);
          return first.has(word) || /^[*_]/.test(word) || source.includes("]:");
        }
        case "table":
          // What a cell says may be written in other signs than it is read.
          return /[\\&*_`<[~]/.test(source) || mayInclude(source);
        case "list":
        case "quote":
          return (hasCode && hasFence(source)) || mayInclude(source) || hasTable(source);
        default:
          return hasHidden;
      }
    },
  };
}

const hasFence = (source: string): boolean =>
  source.includes("```") || source.includes("~~~") || source.includes("    ") || source.includes("\t");

const hasTable = (source: string): boolean => /\|[ \t]*:?-|-:?[ \t]*\|/.test(source);

const firstWord = (text: string): string => /^\S*/.exec(text)?.[0] ?? "";

const longestWord = (text: string): string =>
  text.split(" ").reduce((best, word) => (word.length > best.length ? word : best), "");

/** What of a section's guidance is looked for in the text that answers it. */
export interface KnownGuidance {
  readonly units: ReadonlySet<string>;
  /** Those that may stand beside words of an author's own: as sentences, and in marks of their own. */
  readonly sentences: readonly string[];
  readonly wrapped: readonly string[];
  readonly texts: KnownTexts;
}

const guidances = new WeakMap<TemplateSection, KnownGuidance>();

export function guidanceOf(section: TemplateSection): KnownGuidance {
  let found = guidances.get(section);
  if (!found) {
    const { units } = section;
    found = {
      units: new Set(units),
      sentences: units.filter((known) => countWords(known) > 3 && !isWrapped(known)),
      wrapped: units.filter(isWrapped),
      texts: knownTexts(units),
    };
    guidances.set(section, found);
  }
  return found;
}

const longer = new WeakMap<readonly TemplateSection[], KnownTexts>();

/** The guidance of all sections of a template that is long enough to be known wherever it stands. */
export function longGuidance(sections: readonly TemplateSection[]): KnownTexts {
  let found = longer.get(sections);
  if (!found) {
    found = knownTexts(sections.flatMap(({ units }) => units.filter((unit) => countWords(unit) > 4)));
    longer.set(sections, found);
  }
  return found;
}

/** How many words a unit has: white space in it is folded. */
export const countWords = (text: string): number => text.split(" ").length;
