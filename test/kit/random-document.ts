import { pieces, type Some } from "./pieces.ts";
import type { Random } from "./random.ts";

const words: Some = pieces([
  "phones¦keep¦a log¦of what¦they do¦the server¦never¦loses¦text¦and¦so¦it is¦Redis¦TBD¦TODO¦e.g.¦ü",
  "日本語¦👩‍💻¦a_b_c¦2 * 3¦10%¦don't¦A&B",
]);

const inlines: Some = pieces([
  "**bold**¦*soft*¦__bold__¦_soft_¦`code`¦``a ` b``¦~~gone~~¦[a link](there.md)",
  '[a link](there.md#goals "A title")¦[by name][old]¦[old]¦[old][]¦![a picture](p.png)¦![](p.png)',
  "<https://example.com/a>¦https://example.com/a?b=c.¦www.example.com¦ada@example.com",
  "<!-- a note -->¦<br>¦<kbd>X</kbd>¦&amp;¦&copy;¦\\*¦a\\|b¦[^1]¦[x]¦***both***¦[`code`](a.md)",
  "[**bold** link](<a b.md>)¦{{name}}¦[insert name]¦@ada¦#12¦[NEEDS CLARIFICATION: x]",
]);

const titles: Some = pieces([
  "Goals¦Non-Goals¦Context¦Proposed Design¦Alternatives Considered¦Open Questions¦Decision Log",
  "Timeline¦Rollout¦Testing¦Data Model¦Requirements¦Risks¦Summary¦Background¦Gaols",
]);

const header: Some = [
  "Status: DRAFT",
  "Status: IN REVIEW",
  "- **Status:** APPROVED",
  "**Author:** Ada <ada@example.com>",
  "Date: 2026-03-01",
  "Date: 2026-02-30",
  "- Reviewers: @ada, @bob",
  "Status: Superseded by [the next](next.md)",
  "| Status | DRAFT |",
];

/** Between one and `most` times what `make` makes. */
export const several = <Value>(random: Random, most: number, make: () => Value): readonly Value[] =>
  Array.from({ length: 1 + random.below(most) }, make);

/** A few words, now and then with something inline among them. */
export const sentence = (random: Random): string =>
  several(random, 8, () => (random.once(5) ? random.of(inlines) : random.of(words))).join(" ") +
  random.of([".", "", "?"]);

const paragraph = (random: Random): string =>
  several(random, 4, () => sentence(random)).join(random.of(["\n", "\n", " ", "  \n", "\\\n"]));

function list(random: Random, depth = 0): string {
  const mark = random.of(["- ", "* ", "1. ", "- [ ] ", "- [x] ", "+ ", "10) "]);
  const gap = random.once(3) ? "\n\n" : "\n";
  const width = mark.startsWith("- [") ? 2 : mark.length;
  return several(random, 4, () => {
    const below = depth < 3 && random.once(4) ? `\n${list(random, depth + 1)}` : "";
    const more = random.once(6) ? `\n\n${block(random, depth + 2)}` : "";
    return mark + indented(paragraph(random) + below + more, width);
  }).join(gap);
}

/** The text with all lines but the first moved in. */
const indented = (text: string, width: number): string =>
  text.replace(/\n(?=[^\n])/g, `\n${" ".repeat(width)}`);

function table(random: Random): string {
  const columns = 1 + random.below(4);
  const row = (cell: () => string): string => `| ${Array.from({ length: columns }, cell).join(" | ")} |`;
  const rule = row(() => random.of(["---", ":-", "-:", ":-:"]));
  const rows = several(random, 4, () => row(() => (random.once(4) ? "" : sentence(random))));
  return [row(() => random.of(words)), rule, ...rows].join("\n");
}

const fence = (random: Random): string =>
  `${random.of(["```", "```ts", "~~~ js", "````md", "```mermaid"])}\n${random.of(["flowchart LR\n  A --> B", "const a = 1;\n\n# no heading", "", "- no item"])}\n`;

function closedFence(random: Random): string {
  const opened = fence(random);
  return opened + (/^(?:`+|~+)/.exec(opened)?.[0] ?? "");
}

function block(random: Random, depth = 0): string {
  switch (random.below(depth > 2 ? 4 : 13)) {
    case 0:
    case 1:
    case 2:
      return paragraph(random);
    case 3:
      return closedFence(random);
    case 4:
    case 5:
      return list(random, depth);
    case 6:
      return table(random);
    case 7:
      return `> ${paragraph(random).replaceAll("\n", "\n> ")}`;
    case 8:
      return random.of([
        "<!-- a note -->",
        "<!-- several\n\nlines -->",
        "<!-- design-docs: ignore -->",
        "<!-- design-docs-disable-next-line open-marker -->",
      ]);
    case 9:
      return random.of([
        "<div>\nwords\n</div>",
        "<details>\n<summary>x</summary>\n\nwords\n\n</details>",
        '<img src="p.png">',
      ]);
    case 10:
      return random.of([
        "[old]: old.md",
        '[old]: <old.md> "Old"',
        "[x]: y\n[z]: https://example.com",
        "[^1]: A note\n    that goes on.",
      ]);
    case 11:
      return random.of(["---", "***", "    indented code", "**Goals**"]);
    default:
      return `### ${random.of(titles)} ${random.of(["", "{#own-id}", "`x`", "##"])}`;
  }
}

const frontMatter: Some = [
  "---\ntitle: A\nstatus: draft\n---\n\n",
  "+++\ntitle = 'A'\n+++\n",
  "---\nauthors:\n  - ada\n  - bob\ndate: 2026-03-01\n---\n",
  "<!-- a note -->\n---\nstatus: draft\n---\n\n",
  "\n\n---\nstatus: draft\n# a comment\n---\n",
];

/** A design document such as people write, with the faults that they make. */
export function designDocument(random: Random): string {
  const heading = (): string =>
    random.once(9)
      ? `${random.of(titles)}\n---`
      : `${random.of(["## ", "## ", "### ", "# "])}${random.of(titles)}`;
  const text = [
    ...(random.once(4) ? [] : [`# ${sentence(random)}`]),
    several(random, 4, () => random.of(header)).join("\n"),
    ...several(random, 7, () => [heading(), ...several(random, 3, () => block(random))].join("\n\n")),
  ].join(random.once(5) ? "\n" : "\n\n");
  return finished(
    random,
    (random.once(4) ? random.of(frontMatter) : "") + text + (random.once(4) ? "" : "\n"),
  );
}

/** The text with line endings of one kind, of mixed kinds now and then, and a byte order mark now and then. */
export function finished(random: Random, text: string): string {
  const ending = random.of(["\n", "\n", "\n", "\n", "\r\n", "\r\n", "\r", ""]);
  const ended =
    ending === "\n"
      ? text
      : text.replaceAll("\n", () => (ending === "" ? random.of(["\n", "\r\n", "\r"]) : ending));
  return (random.once(12) ? "\uFEFF" : "") + ended;
}
