import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { successionIn } from "../../server/src/facts/succession.ts";
import { analyse } from "../kit/analyse.ts";
import { mark, unmark } from "../kit/markers.ts";

const template = "# Design\n\nStatus: DRAFT | SUPERSEDED\nSupersedes: [the design before](TODO.md)\n";

// Marks round what is named, then the relation and the destination of each.
const cases: readonly (readonly [string, string, ...string[]])[] = [
  ["a link in a field", "Superseded by: ⟦[B](b.md)⟧", "supersededBy b.md"],
  ["two links", "Replaces: ⟦[A](a.md)⟧ and ⟦[B](b.md#x)⟧", "supersedes a.md", "supersedes b.md#x"],
  ["a status", "Status: SUPERSEDED by ⟦[B](b.md)⟧ (2026-03-01)", "supersededBy b.md"],
  ["a status without by", "Status: Superseded, see ⟦[B](b.md)⟧", "supersededBy b.md"],
  ["another status", "Status: Accepted (superseded by ⟦b.md⟧)", "supersededBy b.md"],
  ["words in a status", "Status: superseded by ⟦the new engine⟧", "supersededBy -"],
  ["words behind a colon", "Status: SUPERSEDED: ⟦ADR-12⟧", "supersededBy -"],
  ["a remark in a status", "Status: SUPERSEDED (since 2026-03-01)"],
  ["a day in a status", "Status: SUPERSEDED 2026-03-01"],
  ["an approved document", "Status: APPROVED by [Ada](ada.md)"],
  ["what is still to be found", "Superseded by: TBD"],
  ["what the template has", "Supersedes: [the design before](TODO.md)"],
  ["words with brackets", "Supersedes: ⟦the engine (2024)⟧", "supersedes -"],
  ["words in brackets", "Status: Accepted (superseded by ⟦ADR 12⟧)", "supersededBy -"],
  ["words in marks", "Supersedes: **⟦ADR 12⟧**.", "supersedes -"],
  ["numbers", "Supersedes: ⟦ADR-7⟧, ⟦ADR-8⟧", "supersedes -", "supersedes -"],
  ["an empty list", "Supersedes: []"],
  ["a dash", "Superseded by: —"],
  ["another field", "Related: [A](a.md)"],
];

describe("successionIn", () => {
  for (const [name, marked, ...expected] of cases) {
    for (const eol of ["\n", "\r\n"]) {
      it(`reads ${name}${eol === "\n" ? "" : " with CRLF"}`, () => {
        const { text } = unmark(`# Sync\n\n${marked}\nDate: 2026-01-01\n`.replaceAll("\n", eol));
        const related = successionIn(analyse(text, { template }));
        assert.equal(
          mark(
            text,
            related.map(({ span }) => span),
          ).split(eol)[2],
          marked,
        );
        assert.deepEqual(
          related.map(({ relation, url }) => `${relation} ${url ?? "-"}`),
          expected,
        );
      });
    }
  }

  it("reads links in a section and in a list behind a key", () => {
    const record = "# Record\n\nDate: YYYY-MM-DD\n\n## Status\n\nAccepted | Superseded\n";
    const texts = [
      "# Sync\n\n## Status\n\nSuperseded by [B](https://wiki.test/b)\n",
      "# Sync\n\nStatus: SUPERSEDED\nSuperseded by:\n\n- [B](https://wiki.test/b)\n",
    ];
    for (const text of texts)
      assert.deepEqual(
        successionIn(analyse(text, { template: text.includes("##") ? record : template })).map(
          ({ words, url }) => [words, url],
        ),
        [["B", "https://wiki.test/b"]],
      );
  });
});
