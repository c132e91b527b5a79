import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  noBaseline,
  printBaseline,
  readBaseline,
  withDocument,
  withFingerprints,
  withoutEntries,
} from "../../server/src/config/baseline.ts";

const text = `{
  "version": 1,
  "documents": {
    "docs/a \\"b\\".md": [
      { "rule": "broken-link", "section": "goal", "text": "gone.md", "count": 2 },
      { "rule": "missing-section", "text": "Plan" }
    ],
    "docs/z.md": [
      { "rule": "title-length" }
    ]
  }
}
`;

describe("the file of a baseline", () => {
  it("is read and written the same", () =>
    assert.equal(printBaseline(readBaseline(text, "b.json").baseline), text));

  it("is read with CRLF, a byte order mark and in any order", () => {
    const { documents } = JSON.parse(text) as { documents: Record<string, unknown[]> };
    const turned = {
      documents: Object.fromEntries(
        Object.entries(documents)
          .toReversed()
          .map(([path, list]) => [path, list.toReversed()]),
      ),
      version: 1,
    };
    const source = `\uFEFF${JSON.stringify(turned, undefined, 4).replaceAll("\n", "\r\n")}`;
    assert.equal(printBaseline(readBaseline(source, "b.json").baseline), text);
  });

  it("is a file of its own where nothing is accepted", () =>
    assert.equal(printBaseline(noBaseline), '{\n  "version": 1,\n  "documents": {}\n}\n'));

  for (const bad of ["", "{", "<<<<<<< HEAD\n{}", "\u0000"])
    it(`says that ${JSON.stringify(bad)} is no JSON`, () => {
      const { baseline, problem } = readBaseline(bad, "b.json");
      assert.equal(baseline.size, 0);
      assert.deepEqual(problem, { id: "baseline.not-json", args: { name: "b.json" } });
    });

  for (const bad of [
    "[]",
    "null",
    "1",
    "{}",
    '{"version":2,"documents":{}}',
    '{"version":1,"documents":[]}',
    '{"version":1,"documents":{"a.md":{}}}',
    '{"version":1,"documents":{"a.md":[1]}}',
    '{"version":1,"documents":{"a.md":[{"rule":"x"},{}]}}',
    '{"version":1,"documents":{"a.md":[{"rule":"x","count":0}]}}',
    '{"version":1,"documents":{"a.md":[{"rule":"x","count":1.5}]}}',
    '{"version":1,"documents":{"a.md":[{"rule":"x","text":1}]}}',
  ])
    it(`says that ${bad} has not the form`, () => {
      const { baseline, problem } = readBaseline(bad, "b.json");
      assert.equal(baseline.size, 0);
      assert.equal(problem?.id, "baseline.not-baseline");
    });

  it("leaves out documents of which nothing is left", () => {
    const { baseline } = readBaseline(text, "b.json");
    const without = withDocument(baseline, "docs/z.md", []);
    assert.deepEqual(Object.keys((JSON.parse(printBaseline(without)) as { documents: object }).documents), [
      'docs/a "b".md',
    ]);
  });

  it("counts what is added and what is taken out", () => {
    const one = { rule: "x", section: "a", text: "t" };
    const twice = withFingerprints([{ ...one, count: 1 }], [one]);
    assert.deepEqual(twice, [{ ...one, count: 2 }]);
    assert.deepEqual(withoutEntries(twice, [{ ...one, count: 1 }]), [{ ...one, count: 1 }]);
    assert.deepEqual(withoutEntries(twice, [{ ...one, count: 2 }]), []);
  });
});
