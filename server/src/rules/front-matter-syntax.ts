import { message, type Message } from "../messages/message.ts";
import { startOf, type Block, type Document } from "../syntax/document.ts";
import { allIn } from "../syntax/found-in.ts";
import { frontMatterFaults, type FrontMatterFault } from "../syntax/front-matter-faults.ts";
import { slice, shift } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { headerLevels } from "./support/levels.ts";

interface BrokenFrontMatter extends Problem {
  /** At offsets of the text. */
  readonly fault: FrontMatterFault;
}

const template = "---\nstatus: draft\ntitle: TITLE\n---\n\n# Design\n\n## Goals\n\nWhat it is for.\n";

/** Whether a block is front matter, as a list with something in it or nothing. */
const frontMatters = ({ kind }: Block): readonly true[] => (kind === "frontMatter" ? yes : no);

const yes: readonly true[] = [true];
const no: readonly true[] = [];

export default defineRule<BrokenFrontMatter>({
  id: "front-matter-syntax",
  summary: "The front matter is no valid YAML or TOML.",
  why: "Generators of sites, GitHub and scripts reject front matter as a whole where one line of it is wrong: the page has no title and no status then, or is not built at all. Here the good lines are read all the same, so nothing else is told because of it. Placeholders of a template in brackets are told as [unfilled-field](unfilled-field.md), not as this.",
  severity: headerLevels("warning", "error", "error"),
  waitsFor: "value",
  examples: [
    {
      title: "a colon within a value",
      template,
      text: "---\nstatus: draft\ntitle: ⟦Sync: offline first⟧\n---\n\n# Sync engine\n\n## Goals\n\nPhones work offline.\n",
      fixed:
        '---\nstatus: draft\ntitle: "Sync: offline first"\n---\n\n# Sync engine\n\n## Goals\n\nPhones work offline.\n',
    },
    {
      title: "a bracket that nobody closed",
      template,
      text: "---\nstatus: draft\ntitle: x\ntags: ⟦[sync, phones⟧\n---\n\n# Sync engine\n\n## Goals\n\nPhones work offline.\n",
    },
    {
      title: "a blank is lacking",
      template,
      text: "---\n⟦status:⟧draft\ntitle: x\n---\n\n# Sync engine\n\n## Goals\n\nPhones work offline.\n",
      fixed: "---\nstatus: draft\ntitle: x\n---\n\n# Sync engine\n\n## Goals\n\nPhones work offline.\n",
    },
  ],

  *check({ doc, alignment }) {
    const block = allIn(doc, frontMatters)[0]?.block ?? -1;
    const { length } = doc.blocks[block] ?? {};
    if (length === undefined) return;
    const start = startOf(doc, block);
    for (const fault of frontMatterFaults(doc.text.slice(start, start + length))) {
      if (fault.kind === "twice" && isToldTwice(alignment, fault.key)) continue;
      const span = shift(fault.span, start);
      yield { span, message: told(doc, { ...fault, span }), fault: moved(fault, start) };
    }
  },

  fixes({ fault }) {
    if (!("edit" in fault)) return [];
    const title =
      fault.kind === "quote"
        ? message("front-matter-syntax.fix-quote", { key: fault.key })
        : fault.kind === "gap"
          ? message("front-matter-syntax.fix-gap", { key: fault.key })
          : message("front-matter-syntax.fix-tab");
    // Blanks for tabs may put a line below another key than was meant.
    return [{ title, edits: [fault.edit], ...(fault.kind !== "tab" && { safe: true }) }];
  },
});

/** Whether a key that stands twice is told as a field of the template. */
const isToldTwice = ({ fields }: RuleContext["alignment"], key: string): boolean =>
  fields.some(({ duplicates }) => duplicates.some((field) => field.key === key));

const moved = (fault: FrontMatterFault, start: number): FrontMatterFault => ({
  ...fault,
  span: shift(fault.span, start),
  ...("edit" in fault && { edit: { ...fault.edit, span: shift(fault.edit.span, start) } }),
});

function told({ text }: Document, fault: FrontMatterFault): Message {
  switch (fault.kind) {
    case "quote":
      return message("front-matter-syntax.quote", { key: fault.key, value: slice(text, fault.span) });
    case "open":
      return message("front-matter-syntax.open", { key: fault.key, mark: fault.mark });
    case "twice":
      return message("front-matter-syntax.twice", { key: fault.key });
    case "gap":
      return message("front-matter-syntax.gap", { key: fault.key });
    case "tab":
      return message("front-matter-syntax.tab");
    case "line":
      return message("front-matter-syntax.line");
  }
}
