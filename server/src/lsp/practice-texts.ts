import { rules } from "../rules/index.ts";
import { builtInTemplate } from "../template/built-in.ts";
import type { Files } from "../workspace/files.ts";
import type { PracticeEdit } from "./practice-client.ts";

/** A document to practise with, and what is typed in it. */
export interface PracticeText {
  readonly uri: string;
  readonly text: string;
  readonly edits: readonly PracticeEdit[];
}

/** The workspace folder of all of them. */
export const practiceFolder = "file:///practice";

const documents = `${practiceFolder}/docs/designs`;

/**
 * Documents as long as people's, which have all that rules look for: such of the built-in template, each section of
 * which is filled in another way each time, and such of what the rules' examples have. Each is made when it is asked for.
 */
export function* practiceTexts(): Generator<PracticeText> {
  const { sections } = builtInTemplate().doc;
  const titles = sections.flatMap(({ depth, title }) => (depth > 1 ? [`${"#".repeat(depth)} ${title}`] : []));
  // What has a link is looked at no further by many rules, nor is what has none by others.
  for (let number = 0; number < fillings.length; number++)
    yield* practised(
      number,
      titles.map((title, place) => `${title}\n\n${fillings[(place + number) % fillings.length] ?? ""}`),
    );
  const bodies = Array.from(bodiesByTitle());
  for (let number = 0; number < several; number++)
    yield* practised(
      number,
      bodies.map(([title, own]) => [title, ...own.filter((_, at) => at % several === number)].join("\n\n")),
    );
}

// Among so many documents the examples are shared out.
const several = 3;

/** A document with the sections, and another one with a character that is beyond Latin-1: patterns are compiled anew for that. */
function* practised(number: number, sections: readonly string[]): Generator<PracticeText> {
  const status = statuses[number % statuses.length] ?? "";
  const text = `# Practice of one design\n\n${headerAt(status)}\n\n${sections.join("\n\n")}\n\n[r]: y.md\n`;
  const lines = text.split("\n");
  const edits = [
    { line: Math.floor(lines.length / 2), character: 0, text: "word " },
    { line: lines.findIndex((line) => line.startsWith("## ")), character: 4, text: "y" },
  ];
  yield { uri: `${documents}/2000-01-01-practice-design.md`, text, edits };
  yield { uri: `${documents}/2000-01-02-practice-design.md`, text: `${text}…\n`, edits: [] };
}

/** What stands below each title in the examples, without what would swallow its neighbours. */
function bodiesByTitle(): ReadonlyMap<string, readonly string[]> {
  const bodies = new Map<string, readonly string[]>();
  for (const { subject, examples } of rules)
    for (const { text } of subject ? [] : examples) {
      const [, ...sections] = text.replaceAll(/[⟦⟧]/g, "").split(/^(?=## )/m);
      for (const section of sections) {
        if (/<!--|<\w|~~~/.test(section) || section.split("```").length % 2 === 0) continue;
        const [title = "", ...lines] = section.split("\n");
        bodies.set(title, [...(bodies.get(title) ?? []), lines.join("\n").trim()]);
      }
    }
  return bodies;
}

const statuses = ["IN REVIEW", "APPROVED", "DRAFT", "IMPLEMENTED"];

const headerAt = (status: string): string => `Status: ${status}
Author: A Person <person@example.com>
Date: 2000-01-01
Reviewers: @one, @two`;

// Of all that documents are made of.
const fillings: readonly string[] = [
  `The phone sends what was changed to the server, which keeps it for the others. Of two changes to one note it takes
the one that came last, and the person sees what became of the other.

It does so without asking twice. When the network is away, the phone waits until it is back.`,
  `- The phone sends all changes as soon as there is a network, and takes those of
  others at once.
- A note is kept on the phone.
  - Its title is kept on the server too, with \`id\` and \`title_of\`.
- **Operators** see how many notes wait.`,
  `Each part has a limit; 40 people have asked for more since 2000-01-01.

| Part | Limit | What happens beyond it |
| --- | ---: | --- |
| phone | 200 | it says so |
| server | 2000 | it waits 5 ms |`,
  `The call is as follows.

\`\`\`json
{ "note": 1, "changes": ["a", "b"] }
\`\`\`

1. The phone calls.
2. The server answers with \`200\`.`,
  `See [a link](x.md#part), [this][r], https://example.com/issues/1 and ![that](that.png). @one and the team of
@two decide by 2000-01-01.

- Is it fast enough? TBD
- [ ] Ask @somebody
- 2000-01-01: we keep it, since it is small.`,
  `\`\`\`mermaid
sequenceDiagram
  Phone->>Server: changes
\`\`\`

> They are told _why_: nothing is lost.`,
];

/** Files of the practice: a neighbour of the documents. */
export const practiceFiles = (): Files => {
  const neighbour = `${documents}/2000-01-09-neighbour-design.md`;
  const text = `# Neighbour\n\n${headerAt("APPROVED")}\n\n## Summary\n\n${fillings.join("\n\n")}\n`;
  return {
    readFile: (uri) => Promise.resolve(uri === neighbour ? text : undefined),
    listFolder: () => Promise.resolve([]),
    entriesOf: () => Promise.resolve([]),
    kindOf: () => Promise.resolve(undefined),
    findFiles: () => Promise.resolve([neighbour]),
  };
};
