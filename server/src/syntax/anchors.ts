import { distance } from "fastest-levenshtein";
import { slug } from "github-slugger";
import type { Block, Document } from "./document.ts";
import { allIn, type FoundAt } from "./found-in.ts";
import { childrenOf, walk, type Node } from "./node.ts";
import { headingText, plainTitle } from "./sections.ts";
import { createMemory } from "../text/memory.ts";
import { matchesOf } from "../text/matches.ts";

/**
 * The fragments that lead somewhere in a document, in lower case without `#`: the slugs of all headings as
 * GitHub makes them, with `-1`, `-2`, … for those that repeat; `{#id}` as other renderers read it; ids and names
 * in HTML; and those of footnotes. Links are judged by {@link leadsTo}, which is more forgiving.
 */
export function anchorsOf(doc: Document): ReadonlySet<string> {
  const all = allIn(doc, anchorsIn);
  const known = sets.get(all);
  if (known) return known;
  const anchors = new Set<string>();
  const slugger = createSlugger();
  for (const { items } of all)
    for (const { slug: own, id } of items) {
      const anchor = own === undefined ? id : slugger(own);
      if (anchor !== undefined && anchor !== "") anchors.add(anchor.toLowerCase());
    }
  sets.set(all, anchors);
  return anchors;
}

/** The fragments of a document's own headings as GitHub makes them, by the indexes of their blocks. */
export function headingAnchors(doc: Document): ReadonlyMap<number, string> {
  const anchors = new Map<number, string>();
  const slugger = createSlugger();
  for (const { block, items } of allIn(doc, anchorsIn))
    for (const { slug: own } of items) {
      const anchor = own === undefined ? undefined : slugger(own);
      if (anchor !== undefined && doc.blocks[block]?.kind === "heading") anchors.set(block, anchor);
    }
  return anchors;
}

const sets = createMemory<readonly FoundAt<Anchor>[], ReadonlySet<string>>();

/** Either a slug, which is counted on where it stands again, or an anchor as it is. */
interface Anchor {
  readonly slug?: string;
  readonly id?: string;
}

const none: readonly Anchor[] = [];

const customId = /\{:?[ \t]{0,9}#([^\s{}#]{1,200})[^\r\n{}]{0,200}\}/g;

/** What a block has of anchors, in the order of its text. */
function anchorsIn(block: Block, source: string): readonly Anchor[] {
  const isPlain = block.kind === "paragraph" || block.kind === "code" || block.kind === "thematicBreak";
  const isMarked = source.includes("<") || source.includes("[^");
  const hasIds = source.includes("{") && source.includes("#");
  if (isPlain && !isMarked && !hasIds) return none;
  const plain = isMarked || hasIds ? undefined : plainTitle(block, source);
  if (plain !== undefined) return [{ slug: slugOf(plain) }];
  const found: Anchor[] = [];
  // In a list or a quote a heading may stand, too.
  const isInside = isMarked || mayHoldHeadings(block.kind, source);
  if (isInside && block.kind !== "code" && block.kind !== "frontMatter") {
    for (const inner of walk(block.node)) {
      if (inner.kind === "heading") {
        const title = headingText(inner);
        const text = textIn(inner);
        found.push({ slug: slugOf(text) });
        // GitHub makes `{#id}` a part of the slug, other renderers take it out; a picture's words count for some.
        if (title !== text) found.push({ id: slugOf(title) });
      } else if (inner.kind === "html") {
        for (const heading of htmlHeadings(inner.value)) found.push({ slug: slugOf(heading) });
        for (const id of htmlIds(inner.value)) found.push({ id });
      } else if (inner.kind === "footnoteReference") {
        for (const lead of footnoteLeads) found.push({ id: lead + inner.value });
      }
    }
  }
  if (hasIds) for (const [, id = ""] of matchesOf(source, customId)) found.push({ id });
  return found;
}

// In a list or a quote, too, a heading has its mark, or a line below it that underlines it.
const mayHoldHeadings = (kind: Block["kind"], source: string): boolean =>
  kind === "heading" ||
  ((kind === "list" || kind === "quote" || kind === "footnoteDefinition") &&
    (source.includes("#") || /^[\s>]*(?:=+|-+)[ \t]*$/m.test(source)));

/** The slug that GitHub makes of a text. The pattern for all of Unicode is slow, and most headings need none of it. */
const slugOf = (text: string): string =>
  /^[A-Za-z0-9 _-]*$/.test(text) ? text.toLowerCase().replaceAll(" ", "-") : slug(text);

/** Gives slugs as GitHub does: with `-1`, `-2`, … for those that repeat. */
function createSlugger(): (slug: string) => string {
  const counts = new Map<string, number>();
  return (own) => {
    let result = own;
    while (counts.has(result)) {
      const count = (counts.get(own) ?? 0) + 1;
      counts.set(own, count);
      result = `${own}-${count}`;
    }
    counts.set(result, 0);
    return result;
  };
}

/**
 * Tells of fragments whether they lead to one of the anchors, as far as anybody can say: renderers differ in
 * case, in runs of hyphens and in hyphens at the ends, so these are no difference. An empty fragment and `top`
 * lead to the top.
 */
export function leadsTo(anchors: ReadonlySet<string>): (fragment: string) => boolean {
  const known = leading.get(anchors);
  if (known) return known;
  let plain: ReadonlySet<string> | undefined;
  const told = new Map<string, boolean>();
  const leads = (fragment: string): boolean => {
    let answer = told.get(fragment);
    if (answer === undefined) told.set(fragment, (answer = isLed(fragment)));
    return answer;
  };
  const isLed = (fragment: string): boolean => {
    const asked = fragment.toLowerCase();
    // `:~:text=` names words of the page for the browser.
    if (asked === "" || asked === "top" || asked.startsWith(":~:") || anchors.has(asked)) return true;
    plain ??= new Set([...anchors].map(comparable));
    return plain.has(comparable(asked.replace(/^(?:user-content|markdown-header)-/, "")));
  };
  leading.set(anchors, leads);
  return leads;
}

const leading = createMemory<ReadonlySet<string>, (fragment: string) => boolean>();

/**
 * The one anchor that a fragment may be meant for: a few letters away, or with more or fewer words at its ends.
 * Nothing where there is none, or two that are as near.
 */
export function nearestAnchor(fragment: string, anchors: ReadonlySet<string>): string | undefined {
  const asked = comparable(fragment.toLowerCase()).slice(0, 200);
  // Nobody means a footnote by a word.
  const known = [...anchors].filter((anchor) => asked.startsWith("fn") || !anchor.startsWith("fn"));
  let best = Math.min(3, Math.floor(asked.length / 4)) + 1;
  let found: string | undefined;
  for (const anchor of known) {
    if (Math.abs(anchor.length - asked.length) > 4) continue;
    const far = distance(comparable(anchor), asked);
    if (far > best) continue;
    found = far < best ? anchor : undefined;
    best = far;
  }
  if (found !== undefined || asked.length < 4) return found;
  const within = known.filter((anchor) => {
    const [longer, shorter] = anchor.length > asked.length ? [anchor, asked] : [asked, anchor];
    return shorter.length >= 4 && `-${comparable(longer)}-`.includes(`-${comparable(shorter)}-`);
  });
  return within.length === 1 ? within[0] : undefined;
}

/** An anchor as renderers' anchors are compared: lower case, one hyphen for each run of hyphens and `_`, none at the ends. */
const comparable = (anchor: string): string =>
  anchor.normalize("NFC").replace(/[-_]+/g, "-").replace(/^-|-$/g, "");

// GitHub's, and those of Python-Markdown and markdown-it.
const footnoteLeads: readonly string[] = ["fn-", "fnref-", "fn:", "fnref:", "fn", "fnref"];

/** The text that GitHub makes a slug of: pictures and tags have none. */
function textIn(node: Node): string {
  if (node.kind === "text" || node.kind === "inlineCode") return node.value;
  return childrenOf(node).map(textIn).join("");
}

// Bounded, so that no text of tags without an end takes long.
const htmlHeading = /<h([1-6])(?:\s[^<>]{0,500})?>((?:[^<]{0,500}<(?!\/?h[1-6])){0,20}[^<]{0,500})<\/h\1/gi;

const htmlHeadings = (html: string): readonly string[] =>
  [...matchesOf(html, htmlHeading)].map(([, , inner = ""]) =>
    inner
      .replace(/<[^<>]{0,500}>/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  );

const htmlIds = (html: string): readonly string[] =>
  [
    ...matchesOf(
      html,
      /\b(?:id|name)[ \t]{0,9}=[ \t]{0,9}(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'<>]{1,200}))/gi,
    ),
  ].map(([, double, single, bare]) => (double ?? single ?? bare ?? "").trim());
