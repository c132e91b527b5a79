import { message } from "../messages/message.ts";
import { partHeading } from "../template/parts.ts";
import { contains, slice } from "../text/span.ts";
import { defineRule, type Problem, type RuleContext } from "./rule.ts";
import { entriesOf, type Entry } from "./support/entries.ts";
import { levels } from "./support/levels.ts";
import { namedIn } from "./support/named.ts";
import { proseIn } from "./support/prose.ts";
import { saidIn, speaksEnglish } from "./support/said.ts";
import { wordCount } from "./support/words.ts";
import { writtenSections, type Written } from "./support/section.ts";

const template =
  "# Design\n\n## Proposal\n\nWhat to build.\n\n## Alternatives Considered\n\n<!-- design-docs: expect: alternatives -->\n\nWhat was not chosen.\n";

const proposal = "# Sync engine\n\n## Proposal\n\nThe phone keeps a log of all that was done to a note.\n\n";

export default defineRule<Problem>({
  id: "alternative-without-reason",
  summary: "An alternative does not say why it was not chosen.",
  why: "The reasons are what readers come back for: without them the alternative is proposed again. What is told is a bare name, or one short clause that neither compares nor denies nor names a drawback, in a list, a table, a section or behind a bold label. In an item of a list, whatever follows the name counts as the reason. One alternative beside the proposal is enough, so their number is never told; that there were none needs a reason. It is asked for in the section of which the template expects `alternatives`. Only English texts are looked at.",
  severity: levels("off", "information", "warning"),
  reads: ["alternatives"],
  waitsFor: "section",
  examples: [
    {
      title: "a bare name",
      template,
      stage: "review",
      text: `${proposal}## Alternatives Considered\n\n- Locking notes: simple, but a phone without a network would lock them for days.\n- ⟦A library for conflict-free data types⟧\n`,
    },
    {
      title: "a section that only describes",
      template,
      stage: "review",
      text: `${proposal}## Alternatives Considered\n\n⟦### Locking notes⟧\n\nThe server locks a note.\n\n### A shared log\n\nIt was too slow in the field test.\n`,
    },
    {
      title: "none, without a reason",
      template,
      stage: "review",
      text: `${proposal}## Alternatives Considered\n\n⟦No alternatives were considered.⟧\n`,
    },
    {
      title: "a table with drawbacks",
      template,
      stage: "review",
      text: `${proposal}## Alternatives Considered\n\n| Option | Drawback |\n| --- | --- |\n| Locking notes | Phones without a network |\n`,
    },
  ],

  *check(context) {
    // Some templates list the options in one section and weigh them in another.
    if (context.alignment.parts.some(({ title }) => weighing.test(title))) return;
    for (const written of writtenSections(context, "alternatives")) {
      const found = [...bareIn(context, written)];
      if (found.length > 0 && speaksEnglish(context, written.whole)) yield* found;
    }
  },
});

const weighing =
  /\b(?:pros and cons|decision outcome|rationale|comparison|trade-?offs|evaluation|rejected|why not)\b/i;

function* bareIn(context: RuleContext, written: Written): Generator<Problem> {
  const { doc } = context;
  const entries = entriesOf(context, written);
  if (entries.length === 0) {
    const said = saidIn(context, written.whole).trim();
    if (said.length > 120 || !denial.test(said) || explains(said.replace(denial, ""))) return;
    // A comment beside the words is none of them.
    const [words, ...more] = proseIn(doc, written.body);
    yield {
      span: words && more.length === 0 ? words.span : partHeading(doc, written.part),
      message: message("alternative-without-reason.none"),
      atMost: "information",
    };
    return;
  }
  // Behind a `<summary>` stands what an alternative is about; lists there are part of it.
  if (/<summary\b/i.test(saidIn(context, written.whole))) return;
  if (isExplainedAround(context, written, entries)) return;
  const bare = entries.filter((entry) => isBare(entry, slice(doc.text, entry.span)));
  // A list of names is one fault.
  if (bare.length > 2 && bare.length === entries.length) {
    const told = message("alternative-without-reason.all", { count: bare.length });
    yield { span: partHeading(doc, written.part), message: told };
    return;
  }
  for (const entry of bare) {
    const name = namedIn(entry.label === "" ? entry.text : entry.label);
    yield { span: entry.name, message: message("alternative-without-reason.bare", { name }) };
  }
}

const denial =
  /^(?:there (?:are|were) no|no|we (?:did not|didn['’]t|have not|haven['’]t) consider(?:ed)? (?:any )?)\s?(?:other |real |viable )*(?:alternatives?|options?|approaches)?(?: (?:were|was|are|have been))?(?: (?:considered|explored|found|identified|known))?/i;

/** Prose beside the entries may speak of all of them: many words, or a few that explain. */
function isExplainedAround({ doc }: RuleContext, { whole }: Written, entries: readonly Entry[]): boolean {
  const around = proseIn(doc, whole)
    .filter(({ span }) => !isInside(span, entries))
    .map(({ text }) => text)
    .join(" ");
  return wordCount(around) > 40 || explains(around);
}

/** Whether one of the entries, which are in the order of the text, holds a span. */
function isInside(span: Entry["span"], entries: readonly Entry[]): boolean {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.span.end ?? 0) < span.end) low = middle + 1;
    else high = middle;
  }
  const entry = entries[low];
  return entry !== undefined && contains(entry.span, span);
}

// More than a clause is a description that a reader can judge; how good its reasons are, no pattern tells.
const clause = 20;

/**
 * Whether something is said behind a name: whatever follows it in an item of a list, where people are terse, and
 * some words below a heading or a label, where a few only describe.
 */
function hasRemark({ kind, label, rest, text }: Entry): boolean {
  if (kind === "section" || kind === "label") return wordCount(rest) > clause / 2;
  return kind === "item" && (label === "" ? /\p{L}[.;]\s+\p{L}/u.test(text) : wordCount(rest) > 0);
}

function isBare(entry: Entry, source: string): boolean {
  if (entry.isDone || hasRemark(entry) || wordCount(entry.text) > clause) return false;
  // A matrix of criteria compares; a link leads to where it is discussed; a struck or marked one was judged.
  if (entry.cells.filter(({ text }) => text !== "").length > 2) return false;
  if (entry.cells.some(({ header, text }) => text !== "" && judging.test(header))) return false;
  return !/\]\(|\]\[|https?:|~~|!\[|```/.test(source) && !explains(entry.text);
}

const judging =
  /\b(?:why|reasons?|cons?|pros?|drawbacks?|(?:dis)?advantages?|downsides?|weakness(?:es)?|against|trade-?offs?|verdict|decision|rejected|rejection|notes?|comments?|remarks?|assessment|evaluation|status|outcome|problems?|issues?|limitations?|risks?|costs?|result|summary|conclusion)\b/i;

const explains = (text: string): boolean => reason.test(text);

const reason =
  /\b(?:because|since|but|however|yet|too|so|as it|would|could|might|may|must|should|will|can|cannot|\w+n['’]t|not|no|none|without|never|neither|nor|only|still|already|lacks?|lacking|loses?|losing|lost|miss(?:es|ing)?|reject\w*|ruled|dismiss\w*|discard\w*|declin\w*|abandon\w*|drop(?:s|ped)|chosen|chose|choos\w+|cho(?:ice|ices)|selected|preferred|prefer|winner|drawbacks?|cons?|pros?|downsides?|(?:dis)?advantages?|benefits?|more|less|fewer|most|least|than|worse|worst|better|best|slow\w*|fast\w*|quick\w*|cheap\w*|expensive|costs?|costly|complex\w*|complicat\w*|simpl\w+|hard\w*|difficult\w*|easy|easier|risk\w*|fail\w*|break\w*|requir\w*|needs?|instead|although|though|while|whereas|despite|reason\w*|why|due|limit\w*|unsupported|deprecated|overkill|overhead|maint\w+|depend\w*|prevent\w*|allow\w*|charg\w*|doubl\w*|tripl\w*|twice|many|much|heavy|heavier|large|larger|small|smaller|high|higher|low|lower|big|bigger|extra|additional|impossible|infeasible|unfeasible|out of scope|defer\w*|later|future|waste\w*|duplicat\w*|inconsistent|insecure|unsafe|brittle|fragile|error-prone|harm\w*|confus\w*|surpris\w*|ambiguous|problem\w*|issues?|same|different|like|hides?|ignores?|leaks?|blocks?|locks? in|lock-in|proprietary|forces?|mean\w*|depends|unclear|unknown|untested|immature|see|described|above|below|approach taken|current (?:proposal|design|approach)|this (?:proposal|design)|proposed|decided|status quo|(?:long|short|clean|strict|weak|strong|wide|old|new|tight|loose|great|rich|thin|thick|clear|nice|safe|poor|light|heavi|big|earli|lat|rough)er)\b(?!-)|[❌✗✘✖✅✔👎👍]|\?|\d\s?(?:%|ms|x\b)/iu;
