import { stages, type Stage } from "./status.ts";

/** What a template says of a section in a comment: `<!-- design-docs: optional; due: approved -->`. */
export interface Annotations {
  readonly optional?: boolean;
  readonly due?: Stage;
}

const comment = /<!--[ \t]*design-docs:([^>]*)-->[ \t]*(?:\r\n|\n|\r)?/g;

/** The annotations in a section's Markdown; what is unknown in them is passed over. */
export function readAnnotations(markdown: string): Annotations {
  const found: { optional?: boolean; due?: Stage } = {};
  for (const [, list = ""] of markdown.matchAll(comment)) {
    for (const entry of list.split(";")) {
      const [key = "", value = ""] = entry.split(":").map((part) => part.trim().toLowerCase());
      const due = stages.find((stage) => stage === value);
      if (key === "optional" || key === "required") found.optional = key === "optional";
      else if (key === "due" && due) found.due = due;
    }
  }
  return found;
}

/** The Markdown without annotation comments: what people read and what is inserted. */
export const withoutAnnotations = (markdown: string): string => markdown.replace(comment, "").trim();

const ignoring = /<!--\s*design-docs:\s*ignore\s*-->/;

/** Whether a text has the comment that asks to leave the whole document alone. */
export const asksToIgnore = (html: string): boolean => ignoring.test(html);
