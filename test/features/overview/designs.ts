import type { Designed } from "../../../server/src/features/overview/designed.ts";
import { overviewPage, type OverviewSources } from "../../../server/src/features/overview/page.ts";
import { inEnglish } from "../../../server/src/messages/message.ts";

export const uriOf = (name: string): string => `file:///w/docs/designs/${name}.md`;

/** A design document of that name, in draft unless it is said otherwise. */
export const design = (name: string, more: Partial<Designed> = {}): Designed => ({
  uri: uriOf(name),
  path: `docs/designs/${name}.md`,
  title: name,
  status: "DRAFT",
  stage: "draft",
  supersedes: [],
  supersededBy: [],
  ...more,
});

/** The page of designs on 2026-03-02, in English. */
export const pageOf = (documents: readonly Designed[], more: Partial<OverviewSources> = {}): string =>
  overviewPage({
    documents,
    complete: true,
    today: "2026-03-02",
    milestones: new Map(),
    links: new Map(),
    staleDays: 30,
    linkTo: ({ path }) => `/${path}`,
    say: inEnglish,
    ...more,
  });

/** What a part of a page says under its heading. */
export function partOf(page: string, title: string): string {
  const start = page.indexOf(`## ${title}\n`);
  if (start < 0) return "";
  const end = page.indexOf("\n## ", start + 1);
  return page.slice(start, end < 0 ? undefined : end).trim();
}

/** Titles that mean something to Markdown, HTML or Mermaid, or break a line. */
export const hostile: readonly string[] = [
  "end",
  "End of life",
  "section one",
  "title x",
  "click here",
  'He said "no"',
  "a | b || c",
  "`code` and ``more``",
  "```mermaid",
  "line\nbreak\r\nand more",
  "<script>alert(1)</script>",
  "<!-- design-docs: end of index -->",
  "--> arrow <--",
  "a[b](c) ![d](e)",
  "]] }} )) ((",
  "[x]: https://example.org",
  "#35; #quot; &amp; &lt;",
  "a ; b : c %% d",
  "%%{init: {}}%%",
  "---",
  "$x$ and $$y$$",
  "\\ backslash \\| pipe",
  "emoji 👩‍👩‍👧 ✅",
  "ﬂ°°35¶ß",
  "\u202Eright to left\u0000",
  "\uD800 half",
  "日本語の設計",
  "@grace, https://example.org/x www.example.org",
  "__dunder__ *bold* ~~gone~~",
  ":",
  "#",
  " ",
  "x".repeat(500),
];
