import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { mayName, relink, type Renaming } from "../../server/src/features/relink.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { mark, unmark } from "../kit/markers.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { randomFrom } from "../kit/random.ts";

/** As in a folder `w/docs` of which `path` is relative: only the last name is looked at. */
const leadsTo =
  (name: string): Renaming["leadsThere"] =>
  (path) =>
    path.split("/").at(-1) === name && !path.startsWith("elsewhere/");

const renaming = (from: string, to: string): Renaming => ({ from, to, leadsThere: leadsTo(from) });

/** Marks round what `new.md` takes the place of. */
const marked: readonly string[] = [
  "[a](⟦old.md⟧) ![b](⟦old.md⟧)\n",
  "[a](./⟦old.md⟧) [b](../docs/⟦old.md⟧#goals) [c](/docs/⟦old.md⟧?plain=1#L3)\n",
  "[a](<⟦old.md⟧> 'A title') [b]( ⟦old.md⟧\n\"old.md\")\n",
  "[old.md](⟦old.md⟧ 'old.md')\n",
  "[![a](⟦old.md⟧)](⟦old.md⟧#b)\n",
  "[a][b] [old.md]\n\n[b]: ⟦old.md⟧\n[old.md]: <./⟦old.md⟧#x> (old.md)\n",
  "> - [a](⟦old.md⟧)\n>   [b](⟦old.md⟧\n>   'x')\n>\n> [c]: <⟦old.md⟧>\n",
  "| a | b |\n| --- | --- |\n| [x](⟦old.md⟧) | ![y](⟦old.md⟧) |\n",
  "## [a](⟦old.md⟧)\n\nSupersedes: [b](⟦old.md⟧)\n",
  "[a](⟦old\\.md⟧) [b](⟦old.md⟧\\#goals)\n",
  "[a](⟦%6fld.md⟧) [b](⟦old%2Emd⟧)\n",
  "See <a href=\"⟦old.md⟧#goals\">a</a>, <a class='x' href='./⟦old.md⟧'>b</a>, <a href=⟦old.md⟧>c</a>.\n",
  '<div>\n<a title="href=old.md" href = "⟦old.md⟧">a</a>\n<IMG SRC="⟦old.md⟧">\n</div>\n',
  '- x\n  <p>\n  <a href=" ⟦old.md⟧ ">a</a></p>\n',
  "👩‍💻 [a](⟦old.md⟧)\r\n\r\n[b](⟦old.md⟧)\r\n",
  "\uFEFF[a](⟦old.md⟧)\n",
  // What leads elsewhere, or is no link.
  "[a](elsewhere/old.md) [b](older.md) [c](xold.md) [d](old.md/) [e](#old.md)\n",
  "[a](https://example.org/old.md) <https://example.org/old.md> [b](//example.org/old.md)\n",
  "old.md `[a](old.md)` \\[a](old.md)\n\n```\n[a](old.md)\n```\n\n    [a](old.md)\n",
  '<!-- <a href="old.md">a</a> [b](old.md) -->\n\n<div data-href="old.md" hrefs="old.md"></div>\n',
  "[a](x.md 'see ](old.md) too') [b](x.md?old.md) [c](old.md&amp;)\n",
  "",
];

/** Links before and after a file has got another name. */
const spelt: readonly (readonly [from: string, to: string, before: string, after: string])[] = [
  ["a b.md", "c.md", "[x](a%20b.md) [y](<a b.md>)", "[x](c.md) [y](<c.md>)"],
  ["a.md", "b c.md", "[x](a.md) [y](<a.md>)", "[x](b%20c.md) [y](<b%20c.md>)"],
  ["a b.md", "c d.md", "[x](a%20b.md) [y](<a b.md>)", "[x](c%20d.md) [y](<c d.md>)"],
  ["ä.md", "ö.md", "[x](ä.md) [y](%C3%A4.md) [z](%c3%a4.md#ä)", "[x](ö.md) [y](%C3%B6.md) [z](%C3%B6.md#ä)"],
  ["a(1).md", "b(2).md", "[x](a(1).md) [y](a\\(1\\).md)", "[x](b%282%29.md) [y](b%282%29.md)"],
  ["a#b.md", "c#d?.md", "[x](a%23b.md#c)", "[x](c%23d%3F.md#c)"],
  ["a_b.md", "a_c.md", "[x](a\\_b.md)", "[x](a_c.md)"],
  ["a.md", "it's.md", "<a href='a.md'>", "<a href='it%27s.md'>"],
  ["a.md", "b&lt;.md", '<a href="a.md">', '<a href="b%26lt;.md">'],
];

describe("relink", () => {
  for (const source of marked)
    it(JSON.stringify(source), () => {
      const { text } = unmark(source);
      const edits = relink(parseDocument(text), renaming("old.md", "new.md"));
      assert.equal(
        mark(
          text,
          edits.map(({ span }) => span),
        ),
        source,
      );
      assert.ok(edits.every((edit) => edit.text === "new.md"));
    });

  for (const [from, to, before, after] of spelt)
    it(`${from} to ${to}: ${before}`, () => {
      assert.equal(applyEdits(before, relink(parseDocument(before), renaming(from, to))), after);
      // What was written is read as what was meant.
      const back = relink(parseDocument(after), renaming(to, from));
      assert.equal(back.length, relink(parseDocument(before), renaming(from, to)).length);
    });

  it("changes the case as well, where a link is said to lead there in another one", () => {
    const text = "[a](OLD.md)";
    const edits = relink(parseDocument(text), { from: "old.md", to: "new.md", leadsThere: () => true });
    assert.equal(applyEdits(text, edits), "[a](new.md)");
  });

  it("changes nothing where the destination does not end with the name", () => {
    const edits = relink(parseDocument("[a](old) [b](./) [c](x/)\n"), {
      from: "old.md",
      to: "new.md",
      leadsThere: () => true,
    });
    assert.deepEqual(edits, []);
  });

  it("changes only what leads to the file in odd documents, and then nothing is left to change", () => {
    let count = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      let text = oddDocument(random);
      for (let times = 0; times < 6; times++) {
        const at = random.below(text.length + 1);
        text = `${text.slice(0, at)}${random.of(links)}${text.slice(at)}`;
      }
      const edits = relink(parseDocument(text), renaming("old.md", "new.md"));
      count += edits.length;
      assert.ok(edits.length === 0 || mayName(text, "old.md"), `seed ${seed}`);
      for (const { span } of edits)
        assert.match(text.slice(span.start, span.end), /^(?:old|%6fld)\\?\.md$/, `seed ${seed}`);
      const after = applyEdits(text, edits);
      assert.deepEqual(relink(parseDocument(after), renaming("old.md", "new.md")), [], `seed ${seed}`);
      assert.equal(relink(parseDocument(after), renaming("new.md", "old.md")).length, edits.length);
    }
    assert.ok(count > 100, `only ${count} links were found`);
  });
});

const links = [
  "[a](old.md)",
  "![x](<old.md#y> 't')",
  "\n\n[r]: %6fld.md\n\n",
  '<a href="old.md">',
  "[b](old\\.md)",
] as const;

describe("whether a text may name a file", () => {
  for (const [text, named] of [
    ["[a](old-design.md)", true],
    ["[a](OLD-design.md)", true],
    ["[a](old%2Ddesign.md)", true],
    ["[a](%6F%6c%64-design.md)", true],
    ["[a](old\\-design.md)", true],
    ["[a](old-designs.md) 100% %zz %", false],
    ["", false],
  ] as const)
    it(JSON.stringify(text), () => assert.equal(mayName(text, "old-design.md"), named));
});
