import assert from "node:assert/strict";
import { it } from "node:test";
import { definition } from "../../server/src/features/definition.ts";
import { documentPreview } from "../../server/src/features/document-preview.ts";
import { guidanceIn } from "../../server/src/features/guidance.ts";
import { inlayHints } from "../../server/src/features/inlay-hints.ts";
import { insertMissing } from "../../server/src/features/insert-missing.ts";
import { mentionsIn } from "../../server/src/features/mentions.ts";
import { moveSection, type Destination } from "../../server/src/features/move-section.ts";
import { references } from "../../server/src/features/references.ts";
import { sectionTree, type SectionItem } from "../../server/src/features/section-tree.ts";
import { partHeading } from "../../server/src/template/parts.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import type { Span } from "../../server/src/text/span.ts";
import { analyse } from "../kit/analyse.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { oddNeighbours, withNeighbours } from "../kit/odd-neighbours.ts";
import { hostileMarkdown } from "../kit/random-markdown.ts";
import { randomFrom } from "../kit/random.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 60);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);

const flat = (items: readonly SectionItem[]): readonly SectionItem[] =>
  items.flatMap((item) => [item, ...flat(item.children)]);

it(`what is read of ${runs} odd documents lies in them, and moves lose nothing`, () => {
  let moved = 0;
  for (let seed = first; seed < first + runs; seed++) {
    const random = randomFrom(seed);
    const text = random.once(3) ? hostileMarkdown(random) : withNeighbours(oddDocument(random), random);
    const analysed = analyse(text, oddNeighbours(random));
    const name = `seed ${seed}`;
    const inText = ({ start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;
    const inOrder = (spans: readonly Span[]): boolean =>
      spans.every((span, at) => inText(span) && span.start >= (spans[at - 1]?.end ?? 0));
    assert.ok(inOrder(guidanceIn(analysed)), name);
    assert.ok(
      mentionsIn(analysed).every(({ span }) => inText(span)),
      name,
    );
    const hints = inlayHints(analysed, { start: 0, end: text.length });
    assert.ok(
      hints.every(({ offset }) => inText({ start: 0, end: offset })),
      name,
    );
    assert.notEqual(documentPreview(analysed, "a.md").at(0), "****", name);
    for (let count = 0; count < 10; count++) {
      const offset = random.below(text.length + 1);
      const found = definition(analysed, offset, { links: true });
      assert.ok(!found || inText(found.span), name);
      references(analysed, offset);
    }
    for (const { wanted, state } of flat(sectionTree(analysed))) {
      if (state !== "missing" || !wanted) continue;
      assert.doesNotThrow(() => applyEdits(text, insertMissing(analysed, wanted).edits), name);
    }
    const headings = analysed.alignment.parts.map((part) => partHeading(analysed.doc, part).start);
    for (const from of headings) {
      const before = headings[random.below(headings.length)] ?? 0;
      const to = random.of<Destination>(["up", "down", "end", { before }]);
      const move = moveSection(analysed, from, to);
      if (move.kind === "refused") continue;
      moved++;
      const result = applyEdits(text, move.edits);
      const letters = (all: string): string => Array.from(all.replace(/\s/g, "")).toSorted().join("");
      assert.ok(
        letters(result) === letters(text),
        `${name}: “${text.slice(from, from + 40)}” lost or gained text`,
      );
      const titles = (all: typeof analysed): readonly string[] =>
        all.doc.sections.map(({ depth, title }) => `${depth} ${title}`).toSorted();
      assert.deepEqual(titles(analyse(result)), titles(analysed), name);
    }
  }
  assert.ok(moved > runs, String(moved));
});
