import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Line } from "../../server/src/syntax/inline/content.ts";
import { readInline } from "../../server/src/syntax/inline/read-inline.ts";
import type { References } from "../../server/src/syntax/inline/references.ts";
import type { Node } from "../../server/src/syntax/node.ts";
import { inlineSoup } from "../kit/inline-soup.ts";
import { randomFrom } from "../kit/random.ts";
import { remarkLeaves, type RemarkLeaf } from "../kit/remark-inline.ts";

const definitions = "[ref]: /ref\n[Two  words]: /two\n[ẞ]: /sharp\n\n[^note]: A note.\n";
const squeezed = (label: string): string => label.trim().replaceAll(/\s+/g, " ").toLowerCase().toUpperCase();
const references: References = {
  defines: (label) => ["REF", "TWO WORDS", "SS"].includes(squeezed(label)),
  notes: (label) => squeezed(label) === "NOTE",
};

/** What stands round the lines of a leaf: before the first of them, before the others, and behind all. */
interface Setting {
  readonly type: RemarkLeaf["type"];
  readonly name: string;
  readonly first: string;
  readonly next: string;
  readonly last: string;
}

const settings: readonly [Setting, ...Setting[]] = [
  { name: "a paragraph", first: "", next: "", last: "", type: "paragraph" },
  { name: "a quote", first: "> ", next: "> ", last: "", type: "paragraph" },
  { name: "a quote without blanks", first: ">", next: ">", last: "", type: "paragraph" },
  { name: "an item", first: "1. ", next: "   ", last: "", type: "paragraph" },
  { name: "a quote in an item", first: "- > ", next: "  > ", last: "", type: "paragraph" },
  { name: "a heading", first: "## ", next: "", last: "", type: "heading" },
  { name: "a cell", first: "| Head |\n| --- |\n| ", next: "", last: " |", type: "tableCell" },
];

interface Leaf {
  readonly source: string;
  readonly lines: readonly Line[];
  readonly type: RemarkLeaf["type"];
}

/** The text as a leaf in a setting: the lines of it, and where they stand in the whole. */
function leafIn(setting: Setting, text: string): Leaf {
  const lines: Line[] = [];
  let source = "";
  for (const [piece, content = "", ending = ""] of text.matchAll(/([^\n\r]*)(\r\n|\n|\r|$)/g)) {
    if (piece === "") continue;
    source += lines.length === 0 ? setting.first : setting.next;
    const start = lines.length === 0 ? 0 : content.length - content.replace(/^[\t ]+/, "").length;
    // One blank behind the mark of a quote belongs to the mark, and so does a tab.
    const marked = setting.next === ">" && /^[\t ]/.test(content) && lines.length > 0 ? 1 : 0;
    lines.push({
      start: source.length + start,
      end: source.length + content.length,
      from: source.length + marked,
    });
    source += content + ending;
  }
  const last = lines.pop();
  if (last) lines.push({ ...last, end: last.start + source.slice(last.start).replace(/[\t ]+$/, "").length });
  return { source: `${source}${setting.last}\n\n${definitions}`, lines, type: setting.type };
}

/** What the reader makes of a leaf of which remark says where it stands. */
const read = ({ source, lines, type }: Leaf, around: RemarkLeaf): readonly Node[] | undefined =>
  readInline(source, lines, references, {
    around: { start: around.start, end: around.end },
    cell: type === "tableCell",
  });

describe("reads as remark does", () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    "plain text": ["word", "two words, a comma; 3 > 2 = true!", "漢字 😀 é", "a : b :// c @ d www w. #x"],
    lines: ["a\nb", "a \nb\t\nc", "a\r\n  b\r\tc", "a\n*b*", "*a*\n   *b*", "*a* \n b"],
    "hard breaks": [
      "a  \nb",
      "a   \r\n  b",
      "a\\\nb",
      "*a  \nb*",
      "a \t \nb",
      "a\\\\\nb",
      "![a  \nb](c)",
      "\\",
    ],
    escapes: ["\\*a\\* \\a \\\\ \\[b](c)", "\\`a`", "\\~~a~~", "\\_a@b.co", "\\&amp; \\<b>", "\\||"],
    "character references": [
      "&amp; &#65; &#x41; &copy; &nope; &copy &#0; &#x110000; &",
      "*&nbsp;a*",
      "&ast;a*",
    ],
    code: [
      "`a`",
      "`` a`b ``",
      "` a `",
      "`  `",
      "a`b",
      "``a`",
      "`a\n  b`",
      "`\na\n`",
      "`*a`*",
      "`a\\`b`",
      "```a``b```",
    ],
    emphasis: [
      "*a* _b_ **c** __d__ ***e***",
      "a*b*c a_b_c",
      "*a **b** c*",
      "**a*",
      "*a**",
      "*a*b*c*",
      "***a** b*",
    ],
    "emphasis beside punctuation": [
      "*(a)*b",
      "a*“b”*",
      "**a:**b",
      "_a_.",
      "*a_b*c_",
      "*\u00A0a*",
      "snake_case_name",
      "**€**a",
    ],
    "multiples of three": ["*a**b*", "**a*b***c*", "a***b**c*", "***a*b**c", "*a***b**"],
    strikethrough: [
      "~a~ ~~b~~ ~~~c~~~",
      "~a~~",
      "~~a~ b~~",
      "*~a*~",
      "~*a~*",
      "**a**~b~",
      "~~**a**~~",
      "~~a\nb~~",
    ],
    links: [
      "[a](b)",
      "[a](<b c> 't')",
      '[*a*](b "c")',
      "[a]( b\n(c) )",
      "[a](b(c)d\\))",
      "[](a) [a]()",
      "[a](b c)",
      "[a](&amp;\\*)",
    ],
    "links in links": [
      "[a [b](c) d](e)",
      "[![a](b)](c)",
      "![a [b](c)](d)",
      "[[a](b)](c)",
      "[a ![b [c](d)](e) f](g)",
    ],
    references: [
      "[ref] [REF][] [a][ref] ![ref] ![a][ref]",
      "[two\n words]",
      "[a][nope] [nope] [ref][nope]",
      "[ref](a b",
      "[SS]",
      "[ref][ x",
    ],
    "brackets in labels": [
      "[a\\]b](c)",
      "[a[ref]",
      "[ref]]",
      "[[ref]]",
      "[`]`](a)",
      "[*a](b)*",
      '[<a b="](c)">',
    ],
    footnotes: [
      "a[^note] b[^nope]",
      "[^note](a)",
      "![^note]",
      "[^no te] [^]",
      "[a [^note]](b)",
      "![a [^note] b](c)",
    ],
    images: [
      "![a *b* `c` <i> [d](e) \\*](f)",
      "![a\nb](c)",
      "![](a)",
      "!\\[a](b)",
      "![![a](b)](c)",
      "! [a](b)",
    ],
    "angle brackets": [
      "x <https://a.b/c?d> <A+b.c-d:x>",
      "x <a@b.co> <a@-b.co> <a!b@c.de>",
      "x <a:b c> <m:>",
      "x <ab>",
      "x <http://a\\b>",
    ],
    tags: [
      "<a> </a > <a/> <a b> <a b='c' d=\"e\" f=g/>",
      "<a\n    b='c\n      d'>",
      "<a b=c/d>",
      "< a>",
      "x </a b>",
      "<a b='c'd>",
    ],
    "other HTML": [
      "x <!-- a -- b --> <!--> <!---> <!-- a",
      "x <?a?> <!A b> <![CDATA[ a ]]>",
      "a <!--\n  b\n     c --> d",
    ],
    "bare addresses": [
      "www.a.b http://a.b/c https://a",
      "www.a.b. www.a.b, (www.a.b/c_(d))",
      "www.a_b.c www.a.b_c",
      "http://a.b&amp; http://a.b&x",
      "xhttp://a.b",
      "HTTPS://A.B wWw.a",
    ],
    "bare e-mail addresses": [
      "a@b.co a.b+c@d-e.f_g.co",
      "a@b.c1 a@b.co- /a@b.co",
      "_a@b.co_ *a@b.co*",
      "a@b@c.de",
      "a_b@c.de.",
    ],
    "addresses that are found late": [
      "[http://a.b]",
      "“www.a.b",
      "*[www.a.b/c)*",
      "mailto:a@b.co",
      "[a (x@y.zz)](b)",
      "[x xmpp:a@b.co",
    ],
    "pipes in a cell": ["`a\\|b` a\\|b"],
  };
  for (const [name, samples] of Object.entries(texts))
    it(name, () => {
      for (const text of samples)
        for (const setting of settings) {
          if (/[\n\r]/.test(text) && setting.next === "" && setting.first !== "") continue;
          // Unescaped pipes divide cells.
          if (setting.type === "tableCell" && /(?<!\\)\|/.test(text)) continue;
          const leaf = leafIn(setting, text);
          const wanted = remarkLeaves(leaf.source)(leaf.lines[0]?.start ?? 0);
          assert.ok(wanted);
          assert.deepEqual(read(leaf, wanted), wanted.children, `${setting.name}: ${JSON.stringify(text)}`);
        }
    });
});

it("reads random text as remark does, and declines next to none", () => {
  const random = randomFrom(Number(process.env.SEED ?? 20));
  let compared = 0;
  let declined = 0;
  for (let round = 0; round < Number(process.env.ROUNDS ?? 2500); round++) {
    const setting = random.of(settings);
    const oneLine = setting.next === "" && setting.first !== "";
    const soup = inlineSoup(random);
    const text = (oneLine ? soup.replaceAll(/[\n\r|]/g, "").replace(/[\t #]+$/, "") : soup)
      .replace(/^[\t\n\r ]+/, "")
      .replace(/[\t\n\r ]+$/, "");
    const leaf = leafIn(setting, text);
    const leaves = remarkLeaves(leaf.source);
    const wanted = leaves(leaf.lines[0]?.start ?? 0);
    // What looks like another block, or swallows the definitions, is none of ours.
    if (!text || !wanted || !isWhole(leaf, wanted, leaves(leaf.source.length - 2))) continue;
    compared++;
    const nodes = read(leaf, wanted);
    if (nodes) assert.deepEqual(nodes, wanted.children, JSON.stringify(leaf.source));
    else declined++;
  }
  assert.ok(compared > 1200, `${compared} texts were paragraphs`);
  assert.ok(declined < compared / 25, `${declined} of ${compared} were declined`);
});

/** Whether remark sees the leaf where it was put, with the definitions behind it. */
function isWhole({ source, lines, type }: Leaf, wanted: RemarkLeaf, note: RemarkLeaf | undefined): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return false;
  if (note?.start !== source.length - "A note.\n".length) return false;
  if (wanted.type !== type) return false;
  return (
    type === "tableCell" ||
    (wanted.start <= first.start && wanted.end >= last.end && wanted.end <= last.end + 4)
  );
}

describe("leaves to remark what it cannot know", () => {
  const whole = (source: string): Line => ({ start: 0, end: source.length });

  it("a bare address without a place, if the place of the leaf is unknown", () => {
    const source = "a “www.b.c” d";
    assert.equal(readInline(source, [whole(source)], references), undefined);
  });

  it("code over lines, if it is unknown where a line begins", () => {
    const source = "- `a\n   b`";
    const lines = [
      { start: 2, end: 4 },
      { start: 8, end: 10 },
    ];
    assert.equal(readInline(source, lines, references), undefined);
    const [code] =
      readInline(
        source,
        [
          { start: 2, end: 4 },
          { start: 8, end: 10, from: 7 },
        ],
        references,
      ) ?? [];
    assert.deepEqual(code, { kind: "inlineCode", start: 2, end: 10, value: "a\n b" });
  });

  it("an escaped pipe in code, if it is unknown whether that is a cell", () => {
    assert.equal(readInline("`a\\|b`", [whole("`a\\|b`")], references), undefined);
  });

  it("characters that micromark replaces", () => {
    assert.equal(readInline("a\0b", [whole("a\0b")], references), undefined);
  });

  it("what is nested deep", () => {
    const source = `${"*a **b ".repeat(60)}c${"** d*".repeat(60)}`;
    assert.equal(readInline(source, [whole(source)], references), undefined);
  });
});

describe("is through with hostile lines soon", () => {
  const size = 100_000;
  // To the right, whether they are left to remark.
  const pieces: Readonly<Record<string, boolean>> = {
    "[": false,
    "![": false,
    "]": false,
    "[a](": true,
    "[a](<": false,
    '<a b="': false,
    "<!--": true,
    "a**b": true,
    "~a": true,
    "*a_": true,
    "&a;": false,
    "www.a.b": false,
    "a@": false,
    "``a`": false,
    "[^a": false,
  };
  for (const [piece, left] of Object.entries(pieces))
    it(JSON.stringify(piece), () => {
      const source = piece.repeat(size / piece.length);
      const nodes = readInline(source, [{ start: 0, end: source.length }], references, {
        around: { start: 0, end: source.length },
      });
      assert.equal(nodes === undefined, left);
    });

  it("runs of backticks of ever other lengths", () => {
    const source = Array.from({ length: 400 }, (_, index) => "`".repeat(index + 1)).join("a");
    const nodes = readInline(source, [{ start: 0, end: source.length }], references);
    assert.deepEqual(
      nodes ?? [],
      nodes ? [{ kind: "text", start: 0, end: source.length, value: source }] : [],
    );
  });

  it("punctuation that might end an address", () => {
    const source = `www.a${".!".repeat(size / 2)}b`;
    assert.equal(readInline(source, [{ start: 0, end: source.length }], references), undefined);
  });
});
