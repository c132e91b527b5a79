import { dependenciesIn } from "../facts/dependencies.ts";
import type { About } from "../facts/facts.ts";
import { readSide, sideStatus } from "../facts/side.ts";
import type { Field } from "../syntax/document.ts";
import { parseDocument } from "../syntax/parse-document.ts";
import { alignFields, sameKeys } from "../template/align-fields.ts";
import { keyOf } from "../template/names.ts";
import type { Template } from "../template/template.ts";
import { readAbout } from "./read-about.ts";
import type { NamedHead } from "./read-head.ts";

/** What a file beside a document says for lists of documents. */
export interface SideHead {
  /** Empty where it says none. */
  readonly status: string;
  /** Handles in the fields that name reviewers, approvers or authors, each with `@`. */
  readonly handles: readonly string[];
  readonly about: Omit<About, "statusWord">;
  readonly depends: readonly NamedHead[];
}

// As `readSide` has it.
const longest = 50_000;

const reviewing: ReadonlySet<string> = new Set(
  ["Reviewers", "Approvers", "Deciders"].flatMap((key) => [...sameKeys({ key })]),
);
const naming: ReadonlySet<string> = new Set([...reviewing, ...sameKeys({ key: "Author" })]);

/**
 * What a YAML file beside a document says of it, such as `kep.yaml`: the same as if it were the document's front matter.
 * What it supersedes is left out, since rules compare that with what headers say, and would take a file for a header.
 * `handlesIn` finds the handles in a value.
 */
export function readSideHead(
  text: string,
  template: Template,
  handlesIn: (value: string) => readonly string[],
): SideHead {
  const [data = ""] = text
    .slice(0, longest)
    .replace(/^\uFEFF?(?:---[ \t]*\r?\n)?/, "")
    .split(/^(?:---|\.\.\.)[ \t]*$/m);
  const doc = parseDocument(`---\n${data.trimEnd()}\n---\n`);
  const headed = { doc, alignment: { fields: alignFields(template.fields, doc.header.fields) } };
  const handlesOf = (keys: ReadonlySet<string>): readonly string[] =>
    doc.header.fields.flatMap(({ key, value }: Field) =>
      value.includes("@") && keys.has(keyOf(key)) ? handlesIn(value) : [],
    );
  return {
    status: sideStatus(readSide("", text))?.value ?? "",
    handles: handlesOf(naming),
    about: readAbout(headed, handlesOf(reviewing)),
    depends: dependenciesIn(headed),
  };
}
