import { builtInTemplate } from "../../server/src/template/built-in.ts";
import type { TemplateSection } from "../../server/src/template/template.ts";
import type { Random } from "../../test/kit/random.ts";
import {
  code,
  diagram,
  list,
  paragraph,
  picture,
  quotation,
  sentence,
  table,
  type Manner,
} from "./fragments.ts";
import { adjectives, handles, nouns, people, places } from "./vocabulary.ts";

/** What a generated document is to be like. */
export interface Wish {
  readonly random: Random;
  readonly title: string;
  /** About so many UTF-16 code units; all are ASCII, so bytes as well. */
  readonly size: number;
  readonly status: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Links to other documents, as they are written in this one. */
  readonly neighbours: readonly string[];
  /** The columns at which prose is wrapped; undefined for one line a paragraph. */
  readonly width: number | undefined;
  /** Some of what reviewers find: a section that is missing, a placeholder, a link to nowhere. */
  readonly faulty: boolean;
  /** Draws its picture in Mermaid, not as a file. */
  readonly draws: boolean;
}

const sections: readonly TemplateSection[] = builtInTemplate().sections.filter(({ isTitle }) => !isTitle);

/** How much of a document stands in a section; where nothing is said, 1. */
const weights: Readonly<Record<string, number>> = {
  "Summary / Executive Summary": 0,
  "Proposed Design": 6,
  "Data Flow / Sequence": 3,
  "Interfaces / APIs": 4,
  "Data Model and Storage": 3,
  "Background and Context": 2,
  Appendix: 2,
};

/** Below so many code units a document cannot have all sections. */
const shortest = 5000;

const weightOf = ({ title }: TemplateSection): number => weights[title] ?? 1;
const allWeight = sections.reduce((sum, section) => sum + weightOf(section), 0);

/** A document in the shape of the built-in template, the same for the same wish and seed. */
export function designDocument(wish: Wish): string {
  const { random, size, faulty } = wish;
  const labels = Array.from({ length: 2 + Math.floor(size / 4000) }, (_, index) => `ref-${index + 1}`);
  const manner: Manner = {
    random,
    width: wish.width,
    neighbours: wish.neighbours,
    labels,
    anchors: [
      "proposed-design",
      "goals",
      "dependencies",
      "appendix",
      ...(faulty ? ["what-was-renamed"] : []),
    ],
  };
  const absent = faulty ? random.below(sections.length * 2) : -1;
  const blocks = [heading(wish, manner)];
  for (const [index, section] of sections.entries()) {
    // What is short has few sections.
    if (index === absent || (size < shortest && random.below(shortest) > size)) continue;
    blocks.push(`${"#".repeat(section.depth)} ${section.title}`, ...body(section, wish, manner));
  }
  blocks.push(
    labels.map((label) => `[${label}]: https://docs.acme.dev/${label}/${random.below(9000)}`).join("\n"),
  );
  return `${blocks.join("\n\n")}\n`;
}

/**
 * A document of the size wished, but for a few hundredths. Sections have what the template asks of them however short
 * the document is, so the first one made is longer than wished, and one of another size is made until it fits.
 */
export function documentOfSize(make: (size: number) => string, size: number): string {
  let asked = size;
  let text = make(asked);
  for (let tries = 0; tries < 8 && Math.abs(text.length - size) > size / 50; tries++) {
    asked = Math.max(200, asked + (size - text.length) * 0.8);
    text = make(asked);
  }
  return text;
}

/** A title such as documents have; a million of them are possible. */
export const titleOf = (random: Random): string => {
  const what = `${random.of(adjectives)} ${random.of(nouns)} for the ${random.of(places)} ${random.of(nouns)}`;
  const title = `${what} of the ${random.of(nouns)}`;
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
};

function heading({ title, status, date, faulty }: Wish, { random }: Manner): string {
  const author = random.of(people);
  const address = faulty && random.once(3) ? "" : ` <${author.toLowerCase().replace(" ", ".")}@acme.dev>`;
  const reviewers = `${random.of(handles)}, ${random.of(handles)}`;
  return `# ${title}\n\nStatus: ${status}\nAuthor: ${author}${address}\nDate: ${date}\nReviewers: ${reviewers}`;
}

function body(section: TemplateSection, wish: Wish, manner: Manner): readonly string[] {
  const { random } = manner;
  const blocks = [...demanded(section, wish, manner)];
  const budget = (wish.size * weightOf(section)) / allWeight;
  let written = section.title.length + blocks.join("\n\n").length;
  let below = 0;
  while (written < budget) {
    // Long sections have headings of their own, a few for each screen.
    const block =
      below++ % 4 === 3
        ? `${"#".repeat(section.depth + 1 + random.below(2))} The ${random.of(nouns)} of the ${random.of(nouns)} ${below}`
        : piece(manner);
    blocks.push(block);
    written += block.length + 2;
  }
  return blocks;
}

/** What the template asks of the section, unless the document has a fault there. */
function demanded({ title, index }: TemplateSection, wish: Wish, manner: Manner): readonly string[] {
  const { random } = manner;
  if (wish.faulty && random.once(12))
    return [random.of(["TBD", "TODO: write this.", "…", "<describe it here>"])];
  switch (title) {
    case "Goals":
    case "Non-Goals":
    case "Drawbacks and Open Questions":
      return [list(manner)];
    case "Requirements":
      return [`- Functional: ${sentence(manner)}\n- Non-functional: ${sentence(manner)}`];
    case "Proposed Design":
      return [paragraph(manner), wish.draws ? diagram(manner) : picture(manner)];
    case "Interfaces / APIs":
    case "Data Model and Storage":
      return [paragraph(manner, 2), code(manner)];
    case "Alternatives Considered":
      return [
        `- **One ${random.of(nouns)} for all**: not chosen, because ${random.of(nouns)} and queue grow together.`,
      ];
    case "Timeline & Milestones":
      return [`- 2026-06-01: the first region.\n- 2026-09-${10 + random.below(20)}: all regions.`];
    case "Decision Log":
      return [
        `- ${wish.date}: one queue a region, approved by ${random.of(handles)}, because it is the simplest.`,
      ];
    case "Dependencies":
      return [`- ${random.of(handles)}: the gateway's next version.`];
    default:
      return [`${sentence(manner)} Of the rest, number ${index} says more.`];
  }
}

function piece(manner: Manner): string {
  const kind = manner.random.below(100);
  if (kind < 58) return paragraph(manner);
  if (kind < 78) return list(manner);
  if (kind < 90) return code(manner);
  if (kind < 96) return table(manner);
  return quotation(manner);
}
