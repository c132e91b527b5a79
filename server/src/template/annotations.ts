import { readExpectations, type Expectation } from "./expectations.ts";
import { stages, type Stage, type Status } from "./status.ts";

/** What a template says of a section in a comment: `<!-- design-docs: optional; due: approved; expect: list -->`. */
export interface Annotations {
  readonly optional?: boolean;
  readonly due?: Stage;
  readonly expects?: readonly Expectation[];
}

const comment = /<!--[ \t]*design-docs:([^>]*)-->[ \t]*(?:\r\n|\n|\r)?/g;

/** The annotations in a section's Markdown; what is unknown in them is passed over. */
export function readAnnotations(markdown: string): Annotations {
  const found: { optional?: boolean; due?: Stage; expects?: readonly Expectation[] } = {};
  for (const { key, value } of entriesIn(markdown)) {
    const due = stages.find((stage) => stage === value.toLowerCase());
    if (key === "optional" || key === "required") found.optional = key === "optional";
    else if (key === "due" && due) found.due = due;
    else if (key === "expect") found.expects = [...(found.expects ?? []), ...readExpectations(value)];
  }
  return found;
}

/**
 * The stages that a template gives to its status words: `<!-- design-docs: stage: ON HOLD = closed -->`,
 * several by comma. What is no stage is passed over.
 */
export function readStages(markdown: string): readonly Status[] {
  return entriesIn(markdown).flatMap(({ key, value }) =>
    key === "stage" ? value.split(",").flatMap(statusIn) : [],
  );
}

function statusIn(entry: string): readonly Status[] {
  const [name = "", wanted = ""] = entry.split("=").map((part) => part.trim());
  const stage = stages.find((known) => known === wanted.toLowerCase());
  return name !== "" && stage ? [{ name, stage }] : [];
}

interface Entry {
  readonly key: string;
  readonly value: string;
}

/** The `key: value` entries of all annotations, keys in lower case. */
function entriesIn(markdown: string): readonly Entry[] {
  return [...markdown.matchAll(comment)].flatMap(([, list = ""]) =>
    list.split(";").map((entry) => {
      const [key = "", value = ""] = entry.split(":").map((part) => part.trim());
      return { key: key.toLowerCase(), value };
    }),
  );
}

/** The Markdown without annotation comments: what people read and what is inserted. */
export const withoutAnnotations = (markdown: string): string => markdown.replace(comment, "").trim();

const ignoring = /<!--\s*design-docs:\s*ignore\s*-->/;

/** Whether a text has the comment that asks to leave the whole document alone. */
export const asksToIgnore = (html: string): boolean => ignoring.test(html);
