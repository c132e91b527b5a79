import { distance } from "fastest-levenshtein";
import GithubSlugger, { slug } from "github-slugger";
import type { Document } from "./document.ts";
import { headingText } from "./parse-document.ts";
import { childrenOf, walk, type Node } from "./node.ts";

/**
 * The fragments that lead somewhere in a document, in lower case without `#`: the slugs of all headings as
 * GitHub makes them, with `-1`, `-2`, … for those that repeat; `{#id}` as other renderers read it; ids and names
 * in HTML; and those of footnotes. Links are judged by {@link leadsTo}, which is more forgiving.
 */
export function anchorsOf(doc: Document): ReadonlySet<string> {
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  const add = (anchor: string): void => {
    if (anchor !== "") anchors.add(anchor.toLowerCase());
  };
  for (const { node } of doc.blocks) {
    for (const inner of walk(node)) {
      if (inner.kind === "heading") {
        add(slugger.slug(textIn(inner)));
        // GitHub makes `{#id}` a part of the slug, other renderers take it out; a picture's words count for some.
        add(slug(headingText(inner)));
      } else if (inner.kind === "html") {
        for (const heading of htmlHeadings(inner.value)) add(slugger.slug(heading));
        for (const id of htmlIds(inner.value)) add(id);
      } else if (inner.kind === "footnoteReference") {
        for (const lead of footnoteLeads) add(lead + inner.value);
      }
    }
  }
  for (const [, id = ""] of doc.text.matchAll(/\{:?[ \t]{0,9}#([^\s{}#]{1,200})[^\r\n{}]{0,200}\}/g)) add(id);
  return anchors;
}

/**
 * Tells of fragments whether they lead to one of the anchors, as far as anybody can say: renderers differ in
 * case, in runs of hyphens and in hyphens at the ends, so these are no difference. An empty fragment and `top`
 * lead to the top.
 */
export function leadsTo(anchors: ReadonlySet<string>): (fragment: string) => boolean {
  let plain: ReadonlySet<string> | undefined;
  return (fragment) => {
    const asked = fragment.toLowerCase();
    // `:~:text=` names words of the page for the browser.
    if (asked === "" || asked === "top" || asked.startsWith(":~:") || anchors.has(asked)) return true;
    plain ??= new Set([...anchors].map(comparable));
    return plain.has(comparable(asked.replace(/^(?:user-content|markdown-header)-/, "")));
  };
}

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
  [...html.matchAll(htmlHeading)].map(([, , inner = ""]) =>
    inner
      .replace(/<[^<>]{0,500}>/g, "")
      .replace(/\s+/g, " ")
      .trim(),
  );

const htmlIds = (html: string): readonly string[] =>
  [
    ...html.matchAll(
      /\b(?:id|name)[ \t]{0,9}=[ \t]{0,9}(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'<>]{1,200}))/gi,
    ),
  ].map(([, double, single, bare]) => (double ?? single ?? bare ?? "").trim());
