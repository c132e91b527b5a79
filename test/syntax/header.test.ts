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
    "an empty item below a key": "# T\n\n- ⟦Reviewers⟧:\n  - ⟦⟧\n- ⟦By⟧:\n  -⟦⟧\n- ⟦Date⟧: ⟦2026-01-02⟧\n",
    "an empty item behind others": "# T\n\n- ⟦Reviewers⟧:\n  - ⟦@ada⟧\n  - \n- ⟦Date⟧: ⟦2026-01-02⟧\n",
    "lists in front matter":
      '---\n⟦reviewers⟧:\n  - ⟦"@ada"\n  - "@grace"⟧\n⟦authors⟧: ⟦["Ada <a@x.org>", b]⟧\n---\n',
    "a table of keys and values":
      "# T\n\n| Field | Value |\n| --- | --- |\n| ⟦Status⟧ | ⟦DRAFT⟧ |\n| **⟦Date⟧:** | **⟦2026-01-02⟧** |\n| ⟦By⟧ | ⟦⟧ |\n",
    "a table without bars at its ends": "# T\r\n\r\n⟦Status⟧ | ⟦DRAFT⟧\r\n--- | ---\r\n⟦By⟧ | ⟦Ada⟧\r\n",
    "tables of more columns, and cells with bars":
      "# T\n\n| Date | Who | What |\n|-|-|-|\n| 2026 | Ada | x |\n\n| Field | Value |\n|-|-|\n| ⟦By⟧ | ⟦Ada \\| Grace⟧ |\n",
    "bullets in bullets":
      "# T\n\n* **⟦Owners⟧:**\n  * ⟦Ada [@ada](https://x.org)\n  * Grace: @grace⟧\n* **⟦Status⟧:** `⟦A / B⟧`\n",
    "a bold key without a colon":
      "# T\n\n- **⟦Owners⟧**\n  - ⟦Ada (@ada)⟧\n- **⟦Status⟧**: ⟦x⟧\n- **not alone**\n",
    "keys within a list of their own":
      "# T\n\n- ⟦Metadata⟧:⟦⟧\n  - ⟦Status⟧: ⟦draft⟧\n  - ⟦Authors⟧:\n    - ⟦Ada\n    - Storage: Grace⟧\n",
    boxes: "# T\n\n- [x] ⟦Status⟧: ⟦done⟧\n- [ ] ⟦Date⟧: ⟦⟧\n",
    "italic lines with hard breaks":
      "# T\n\n*⟦Status⟧: ⟦Accepted⟧*\\\n_⟦Author⟧: ⟦Ada⟧_  \n*⟦Date⟧*: _⟦x⟧_\n",
    "a list behind its key": "# T\n\n⟦Status⟧: ⟦x⟧\n⟦Reviewers⟧:\n\n- ⟦@ada\n- **@grace⟧**\n\nText\n",
    "a quotation": "# T\n\n> ⟦Status⟧: ⟦draft⟧\n> **⟦Author⟧:** ⟦Ada⟧\n\n> Remark: none\n",
    "an empty head, and a rule without its first bar":
      "# T\n\n| | |\n--- | ---\n| **⟦Status⟧** | `⟦draft⟧` |\n| ⟦By⟧ | ⟦a<b⟧ |\n",
    "two tables, of which one is a history":
      "# T\n\n|Metadata|Value|\n|-|-|\n|⟦Date⟧|⟦2026-01-02⟧|\n|⟦Author⟧|⟦@ada⟧|\n\n| Revision | Date | Author | Info |\n|-|-|-|-|\n| 1 | 2026 | @x | y |\n",
    "keys side by side":
      "# T\n\n| ⟦Status⟧ | **⟦Author⟧** | ⟦Area⟧ |\n|--|--|--|\n| ⟦draft⟧ | **⟦Ada⟧** | ⟦⟧ |\n",
    "keys side by side twice": "# T\n\n⟦Status⟧: ⟦x⟧\n\n| Status | ⟦Date⟧ |\n|-|-|\n| y | ⟦z⟧ |\n",
    "a third column of remarks":
      "# T\n\n| Key | Value | Notes |\n|-|-|-|\n| ⟦Status⟧ | ⟦draft⟧ | see \\| below |\n",
    "front matter with blocks, lists, nested keys and comments":
      "---\n# all optional\n⟦status⟧: ⟦draft⟧ # so far\n⟦summary⟧: >-\n  ⟦one\n  two⟧\n⟦reviewers⟧:\n- ⟦a\n- 'b'⟧\nmeta:\n  ⟦area⟧: ⟦x: y⟧\n⟦author⟧:\n  name: ⟦Ada⟧\n  email: a@x.org\n⟦owners⟧:\n  - name: ⟦Ann\n    mail: y\n  - name: Bob⟧\n⟦issue⟧: ⟦#12⟧\n⟦none⟧:⟦⟧ null\n⟦quoted⟧: '⟦it''s⟧'\n⟦more⟧: ⟦[⟧\n---\n",
    "broken front matter":
      '---\n⟦title⟧: ⟦Azure: Internal⟧\n<Replaces: x>\n⟦date⟧: ⟦{YYYY-MM-DD when decided}⟧\n⟦who⟧: ⟦"open⟧\n\t⟦status⟧:⟦draft⟧\n⟦x⟧: ⟦`a` b⟧\n---\n',
    "front matter in TOML":
      '+++\n⟦title⟧ = "⟦A = b⟧" # c\n⟦date⟧ = ⟦2026-01-02⟧\n[extra]\n⟦status⟧ = \'⟦draft⟧\'\n⟦authors⟧ = ⟦[\n  "a",\n  "b",\n]⟧\n⟦tags⟧ = ⟦["c"]⟧\nbroken\n+++\n# T\n',
    "front matter behind a comment":
      "<!-- c -->\r\n\r\n---\r\n⟦status⟧: ⟦draft⟧\r\n⟦owners⟧:\r\n  - ⟦a⟧\r\n---\r\n\r\n# T\r\n\r\n## Goals\r\n\r\nx: y\r\n",
    "front matter behind a byte order mark": "\uFEFF---\n⟦status⟧: ⟦draft⟧\n---\n",
    "a fence":
      "# T\n\n```\n⟦Title⟧: ⟦x⟧\n⟦Authors⟧: ⟦A <a@x.org>\n         B <b@x.org>⟧\n⟦Group⟧:⟦⟧\n    ⟦Owner⟧: ⟦C⟧\n⟦Status⟧: ⟦Draft⟧\n```\n\n## Goals\n",
    "fences that are samples":
      "# T\n\n```\nStatus: 200\n{ }\n```\n\n```js\nstatus: 1\n```\n\n```\nhost: x\n```\n",
    "a fence in YAML": "# T\n\n```yaml\n⟦status⟧: '⟦draft⟧'\n⟦owners⟧:\n  - ⟦a⟧\n```\n",
    sections:
      "# T\n\n## ⟦Status⟧\n\n> How far it is.\n\n**⟦Accepted⟧**\n\n## ⟦Deciders:⟧\n\n* ⟦@ada\n* @grace⟧\n\n## ⟦Date⟧⟦⟧\n\n## Goals\n\n### Status\n\nno\n",
    "sections for what no line says":
      "# T\n\nstatus: x\n⟦Date⟧: ⟦x⟧\n".replace("status", "⟦Status⟧").replace(" x", " ⟦x⟧") +
      "\n## Status\n\ny\n",
    "a section of metadata": "# T\n\n## Goals\n\nx\n\n## Metadata\n\n- ⟦Status⟧: ⟦draft⟧\n- ⟦Area⟧: ⟦y⟧\n",
    "below a title of any level": "T\n----\n* ⟦Author(s)⟧: ⟦Ada⟧\n* ⟦Area⟧:⟦⟧\n\n## Goals\n\n* Status: no\n",
    "below the second heading": "# Template\n\nCopy it.\n\n## Your title\n\n- ⟦Owner⟧: ⟦x⟧\n\n## Goals\n",
    "no header below a first section": "## Goals\n\n- Speed: high\n- Cost: low\n",
    "an unusual script": "# T\n\n⟦状態⟧: ⟦下書き⟧\n",
  };
  for (const [name, text] of Object.entries(texts)) it(name, () => checkFields(text));
});
