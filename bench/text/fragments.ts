import type { Random } from "../../test/kit/random.ts";
import { actors, clauses, names, nouns, objects, samples, verbs } from "./vocabulary.ts";

/** What the pieces of one document have in common. */
export interface Manner {
  readonly random: Random;
  /** The columns at which prose is wrapped; undefined for one line a paragraph. */
  readonly width: number | undefined;
  /** Paths of other documents, to be linked to; without any, no document is. */
  readonly neighbours: readonly string[];
  /** Names of link definitions that the document has at its end. */
  readonly labels: readonly string[];
  /** Headings within the document that links may lead to, as fragments. */
  readonly anchors: readonly string[];
}

/** One to so many sentences, with a link, code or emphasis here and there. No line ending at the end. */
export function paragraph(manner: Manner, most = 6): string {
  const { random, width } = manner;
  const count = 1 + random.below(most);
  const sentences: string[] = [];
  for (let index = 0; index < count; index++) sentences.push(sentence(manner));
  return wrapped(sentences.join(" "), width, "");
}

/** One sentence with its full stop. */
export function sentence(manner: Manner): string {
  const { random } = manner;
  const subject = random.of(actors);
  const start = `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${random.of(verbs)}`;
  const object = random.once(3) ? inline(manner) : random.of(objects);
  const rest = random.once(3) ? "" : ` ${random.of(clauses)}`;
  return `${start} ${object}${rest}.`;
}

function inline({ random, neighbours, labels, anchors }: Manner): string {
  const noun = random.of(nouns);
  const [neighbour = ""] = neighbours.length === 0 ? [] : [neighbours[random.below(neighbours.length)] ?? ""];
  const label = labels[random.below(Math.max(1, labels.length))];
  const anchor = anchors[random.below(Math.max(1, anchors.length))];
  switch (random.below(10)) {
    case 0:
    case 1:
      return `\`${random.of(names)}\` of \`${noun}_${random.below(90)}\``;
    case 2:
      return `the **${noun}**`;
    case 3:
      return `the *${noun}*`;
    case 4:
      return neighbour === "" ? `the ${noun}` : `what [the ${noun} design](${neighbour}) says`;
    case 5:
      return label === undefined ? `the ${noun}` : `the [${noun}][${label}]`;
    case 6:
      return anchor === undefined ? `the ${noun}` : `the ${noun} (see [below](#${anchor}))`;
    case 7:
      return `the <b>${noun}</b>, \`${noun}\` for short,`;
    case 8:
      return `\`${random.of(names)}\``;
    default:
      return `https://tracker.acme.dev/${noun}/${random.below(900)}`;
  }
}

/** A list of two to eight items, some with a second level. */
export function list(manner: Manner): string {
  const { random, width } = manner;
  const numbered = random.once(4);
  const count = 2 + random.below(7);
  const items: string[] = [];
  for (let index = 1; index <= count; index++) {
    const mark = numbered ? `${index}.` : "-";
    const indent = " ".repeat(mark.length + 1);
    items.push(`${mark} ${wrapped(sentence(manner), width, indent)}`);
    if (random.once(5)) items.push(`${indent}- ${wrapped(sentence(manner), width, `${indent}  `)}`);
  }
  return items.join("\n");
}

/** A table of three columns. */
export function table({ random }: Manner): string {
  const rows = ["| Part | Limit | What happens beyond it |", "| --- | ---: | --- |"];
  const count = 3 + random.below(6);
  for (let index = 0; index < count; index++)
    rows.push(
      `| ${random.of(nouns)} | ${random.below(5000)} | ${random.of(actors)} ${random.of(verbs)} less |`,
    );
  return rows.join("\n");
}

/** A fenced code block. */
export function code({ random }: Manner): string {
  const { language, lines } = random.of(samples);
  const repeated = 1 + random.below(3);
  const body: string[] = [];
  for (let index = 0; index < repeated; index++) body.push(...lines);
  return `\`\`\`${language}\n${body.join("\n")}\n\`\`\``;
}

/** A Mermaid diagram. */
export function diagram({ random }: Manner): string {
  const [from, over, to] = [random.of(nouns), random.of(nouns), random.of(nouns)];
  return `\`\`\`mermaid\nflowchart LR\n  a[${from}] --> b[${over}]\n  b --> c[${to}]\n\`\`\``;
}

/** A quotation of a few sentences. */
export const quotation = (manner: Manner): string =>
  `> ${wrapped(`${sentence(manner)} ${sentence(manner)}`, manner.width, "> ")}`;

/** A picture beside the document. */
export const picture = ({ random }: Manner): string =>
  `![How the ${random.of(nouns)} works](images/${random.of(nouns)}.svg)`;

/** The text in lines of at most `width` columns where words allow it, each but the first behind `indent`. */
function wrapped(text: string, width: number | undefined, indent: string): string {
  if (width === undefined) return text;
  const lines: string[] = [];
  let start = 0;
  while (text.length - start > width) {
    const cut = text.lastIndexOf(" ", start + width);
    const end = cut > start ? cut : text.indexOf(" ", start + width);
    if (end < 0) break;
    lines.push(text.slice(start, end));
    start = end + 1;
  }
  lines.push(text.slice(start));
  return lines.join(`\n${indent}`);
}
