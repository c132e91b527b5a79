import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inText } from "../../server/src/syntax/document.ts";
import { parseDocument } from "../../server/src/syntax/parse-document.ts";
import { mark, unmark } from "../kit/markers.ts";

/** Marks round the key and the value of every field. */
function checkFields(marked: string): void {
  const { text } = unmark(marked);
  const doc = parseDocument(text);
  const spans = doc.header.fields.flatMap(({ block, keySpan, valueSpan }) => [
    inText(doc, block, keySpan),
    inText(doc, block, valueSpan),
  ]);
  assert.equal(mark(text, spans), marked);
}

describe("fields of the header", () => {
  const texts: Readonly<Record<string, string>> = {
    "lines below the title":
      "# T\n\n⟦Status⟧: ⟦DRAFT⟧\n⟦Author⟧: ⟦Ada <ada@x.org>⟧\n\n## Goals\n\nNo: field\n",
    "lines above the title": "⟦Status⟧: ⟦DRAFT⟧\n\n# T\n\n## Goals\n",
    "without a title": "⟦Status⟧: ⟦DRAFT⟧\n\n## Goals\n\nKey: no\n",
    "carriage returns and hard breaks":
      "# T\r\n\r\n⟦Status⟧: ⟦DRAFT⟧\\\r\n⟦Date⟧: ⟦2026-01-02⟧  \r\n⟦By⟧: ⟦Ada⟧\r\n",
    "bold keys": "# T\n\n**⟦Status⟧:** ⟦DRAFT⟧\n**⟦Date⟧**: ⟦2026-01-02⟧\n*⟦By⟧: ⟦Ada⟧*\n",
    bullets: "# T\n\n- ⟦Status⟧: **⟦DRAFT⟧**\n* no field here\n- **⟦Date⟧:** ⟦2026-01-02⟧\n",
    "front matter": '---\n⟦status⟧: ⟦draft⟧\n⟦title⟧: "⟦A: b⟧"\n⟦broken⟧: ⟦`x: [y⟧\n---\n\n# T\n',
    "a value that goes on behind a comma": "# T\n\n⟦Reviewers⟧: ⟦@ada,\n  @grace⟧\n⟦Date⟧: ⟦x⟧\n",
    "a value on the next line": "# T\n\n⟦Status⟧:\n  ⟦DRAFT⟧\n",
    "an empty value": "# T\n\n⟦Author⟧: ⟦⟧\n⟦Date⟧:⟦⟧\n",
    "prose is none":
      "# T\n\nThis proposes a cache: it is fast.\nStatus: no\n\nNote: nor this\n\nhttps://x.org\n",
    "bars between fields": "# T\n\n**⟦Status⟧:** ⟦DRAFT⟧ | **⟦Date⟧:** ⟦2026-01-02⟧ | **⟦By⟧:** ⟦@ada⟧\n",
    "breaks and comments behind values":
      "# T\n\n⟦Status⟧: ⟦DRAFT⟧<br>\n⟦Date⟧: ⟦2026-01-02⟧ <!-- day --> <br/>\n",
    "a nested list": "# T\n\n- ⟦Reviewers⟧:\n  - ⟦@ada\n  - @grace⟧\n- ⟦Date⟧: ⟦2026-01-02⟧\n",
    "lists in front matter":
      '---\n⟦reviewers⟧:\n  - ⟦"@ada"\n  - "@grace"⟧\n⟦authors⟧: ⟦["Ada <a@x.org>", b]⟧\n---\n',
    "a table of keys and values":
      "# T\n\n| Field | Value |\n| --- | --- |\n| ⟦Status⟧ | ⟦DRAFT⟧ |\n| **⟦Date⟧:** | **⟦2026-01-02⟧** |\n| ⟦By⟧ | ⟦⟧ |\n",
    "a table without bars at its ends": "# T\r\n\r\n⟦Status⟧ | ⟦DRAFT⟧\r\n--- | ---\r\n⟦By⟧ | ⟦Ada⟧\r\n",
    "tables of more columns, and cells with bars":
      "# T\n\n| Date | Who | What |\n|-|-|-|\n| 2026 | Ada | x |\n\n| Field | Value |\n|-|-|\n| By | Ada \\| Grace |\n",
    "an unusual script": "# T\n\n⟦状態⟧: ⟦下書き⟧\n",
  };
  for (const [name, text] of Object.entries(texts)) it(name, () => checkFields(text));
});
