import { plainText } from "../syntax/node.ts";
import type { Analysed } from "../template/analysed.ts";
import { tellingName, titleFromFileName } from "../template/file-name.ts";
import { keyOf } from "../template/names.ts";
import { ownStretch } from "../template/own-state.ts";
import type { Template } from "../template/template.ts";
import { blocksIn } from "../template/units.ts";

/** How a pull request that brings a design document is titled: `Design: Sync engine`. */
export interface DesignTitle {
  /** `Design`, or what the template's instructions have in its place; without the colon. */
  readonly prefix: string;
  /** The document's title without a number or a kind before it; empty where even the file's name says nothing. */
  readonly short: string;
  /** Both, as the title is written; the prefix alone where nothing is known. */
  readonly whole: string;
  /** All names by which the document goes, the one of `short` first: heading, title section, field, file. */
  readonly names: readonly string[];
}

type Titled = Pick<Analysed, "doc" | "template" | "alignment" | "states" | "instructions">;

/** The title for a document at a path with forward slashes, of which only the last two names are looked at. */
export function designTitle(analysed: Titled, path: string): DesignTitle {
  const prefix = prefixOf(analysed.template);
  const names = [...new Set(namesOf(analysed, path))];
  const short = names[0] ?? "";
  return { prefix, short, whole: short === "" ? prefix : `${prefix}: ${short}`, names };
}

// More than this no forge takes, and nobody reads.
const longest = 200;

function namesOf(analysed: Titled, path: string): readonly string[] {
  const { alignment, template, doc } = analysed;
  const heading = alignment.title?.title ?? "";
  const field = doc.header.fields.find(({ key }) => keyOf(key) === "title")?.value ?? "";
  const found = [heading, titleSection(analysed), field].filter((name) => isOwn(name, template));
  return [...found, titleFromFileName(tellingName(path))].map(shortened).filter((name) => name !== "");
}

// Titles that templates have and that documents keep above a section with the real one.
const generic =
  /^(?:(?:technical |software |system )?design(?: doc(?:ument)?)?|proposal|rfc|title)(?: template)?$/i;

/** Whether a title is the author's: neither the template's nor a placeholder. */
function isOwn(name: string, template: Template): boolean {
  const plain = name.trim();
  if (keyOf(plain) === "" || generic.test(plain) || /^[<{[(].*[>}\])]$/.test(plain)) return false;
  const own = template.sections.flatMap(({ isTitle, title }) => (isTitle ? [title] : []));
  if ([template.title ?? "", ...own].some((one) => keyOf(one) === keyOf(plain))) return false;
  return !template.tokens.some((token) => token.length > 2 && plain.includes(token));
}

/** The words of a section that holds the title, where that is all it holds. */
function titleSection({ alignment, doc, states, instructions }: Titled): string {
  const answer = alignment.sections.find(({ wanted, part, by }) => wanted.isTitle && part && by !== "title");
  const state = answer?.part && states.get(answer.part);
  if (!answer?.part || state?.state !== "written" || state.leftovers.length > 0) return "";
  const blocks = [...blocksIn(doc, ownStretch(doc, answer.part, instructions))].flatMap(
    (index) => doc.blocks[index] ?? [],
  );
  const [only, ...more] = blocks.filter(({ kind }) => kind !== "html" && kind !== "heading");
  return only?.kind === "paragraph" && more.length === 0 ? plainText(only.node) : "";
}

// What names the kind of a document, with a number or without.
const kind =
  /^(?:\[[\p{L}\d #-]{1,30}\]\s*[:–—-]?|(?:design(?: doc(?:ument)?)?|technical design|proposal|rfc|adr|kep|mep|pep|tep)(?:[\s#_-]*\d{1,6})?\s*(?::|\s[–—-]\s)|(?:adr|kep|mep|pep|tep)[\s#_-]*\d{1,6}\s)\s*/iu;
// `PROJ-6:`. Without the colon it may be a name, such as `UTF-8`.
const key = /^[A-Z]{2,10}-\d{1,6}\s*(?::|\s[–—-]\s)\s*/;
// `12.`, `0012:`, `0012 –`. A year that a title begins with is none.
const number = /^(?:#?\d{1,6}[.):]\s+|#?\d{1,6}\s+[–—-]\s+)(?=\S)/;

/** A title on one line, without what only says of which kind and which number the document is. */
export function shortened(title: string): string {
  let name = oneLine(title);
  for (const before of [number, kind, key]) {
    const rest = name.replace(before, "");
    if (/[\p{L}\p{N}]/u.test(rest)) name = rest;
  }
  if (name.length <= longest) return name;
  return `${name.slice(0, longest).replace(/\s\S*$/, "")}…`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

const prefixes = new WeakMap<Template, string>();

// “Open a pull request titled `Design: <short title>`”.
const instruction =
  /\b(?:pull request|merge request|PR|MR)s?\b[^\n]{0,80}?[`"“'*]{1,2}(\p{L}[\p{L}\p{N} _-]{0,30}?)\s?:\s*[<{[][^\n]{1,60}?[>}\]]/iu;

/** What the template's own words have before the short title of a pull request; else `Design`. */
function prefixOf(template: Template): string {
  const known = prefixes.get(template);
  if (known !== undefined) return known;
  const prefix = instruction.exec(template.doc.text)?.[1] ?? "Design";
  prefixes.set(template, prefix);
  return prefix;
}

/** What is wrong with the title of a pull request: it does not begin as it should, or names something else. */
export type TitleFault = "prefix" | "name";

// What forges put before a title while the work goes on, and GitHub's number behind it.
const unready = /^(?:\[(?:draft|wip)\]|(?:draft|wip):)\s*/i;
const behind = /\s*\((?:#|!)\d+\)\s*$/;

/**
 * What is wrong with the title of a pull request that adds a document of this title; nothing where it names the
 * document. Upper and lower case, quotes and other punctuation, a number behind it, and what says that it is a draft
 * do not count.
 */
export function titleFault(
  given: string,
  { prefix, names }: Pick<DesignTitle, "prefix" | "names">,
): TitleFault | undefined {
  const plain = oneLine(given).replace(unready, "").replace(behind, "");
  const colon = plain.indexOf(":");
  if (colon < 0 || wordsOf(plain.slice(0, colon)) !== wordsOf(prefix)) return "prefix";
  const said = new Set([plain.slice(colon + 1), shortened(plain.slice(colon + 1))].map(wordsOf));
  return names.some((name) => said.has(wordsOf(name))) ? undefined : "name";
}

/** The letters and digits of a title, which is all that counts when two are compared. */
const wordsOf = (text: string): string =>
  (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}+#]+/gu) ?? []
  ).join(" ");
