import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readInline } from "../../server/src/syntax/inline/read-inline.ts";
import type { Node } from "../../server/src/syntax/node.ts";
import { leafIn, references, settings, type Leaf } from "../kit/inline-leaf.ts";
import { inlineSoup } from "../kit/inline-soup.ts";
import { randomFrom } from "../kit/random.ts";
import { remarkLeaves, type RemarkLeaf } from "../kit/remark-inline.ts";

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
          if (/[\n\r]/.test(text) && setting.type !== "paragraph") continue;
          // Unescaped pipes divide cells.
          if (setting.type === "tableCell" && /(?<!\\)\|/.test(text)) continue;
          const leaf = leafIn(setting, text);
          const wanted = remarkLeaves(leaf.source)(leaf.lines[0]?.start ?? 0);
          assert.ok(wanted);
          const nodes = read(leaf, wanted);
          if (setting.tab && !nodes) continue;
          assert.deepEqual(nodes, wanted.children, `${setting.name}: ${JSON.stringify(text)}`);
        }
    });
});

it("reads random text as remark does, and declines next to none", () => {
  const random = randomFrom(20);
  let compared = 0;
  let declined = 0;
  for (let round = 0; round < 2000; round++) {
    const setting = random.of(settings);
    const oneLine = setting.type !== "paragraph";
    const soup = inlineSoup(random);
    const text = (oneLine ? soup.replaceAll(/[\n\r|]/g, "").replace(/[\t #]+$/, "") : soup)
      .replace(/^[\t\n\r ]+/, "")
      .replace(/[\t\n\r ]+$/, "");
    if (setting.lazy && /[\n\r][\t ]*>/.test(text)) continue;
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
  assert.ok(compared > 1000, `${compared} texts were paragraphs`);
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
