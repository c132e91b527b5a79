import assert from "node:assert/strict";
import { describe, it } from "node:test";
import rule from "../../server/src/rules/summary-length.ts";
import { sentencesIn, wordsIn } from "../../server/src/rules/support/sentences.ts";
import { checkRule } from "../kit/check.ts";
import { mark, unmark } from "../kit/markers.ts";

const sentences: readonly string[] = [
  "⟦Phones keep a log.⟧ ⟦The server merges it!⟧  ⟦Why is that so?⟧",
  "⟦It asks Redis, e.g. Version 7 vs. Version 6, i.e. Both, approx. 3 of them.⟧",
  "⟦See Fig. 3 and No. 5 by Dr. J. Smith.⟧ ⟦It takes 1.5 s in v1.2.3 of Node.js.⟧",
  "⟦Notes, logs, etc. go there.⟧ ⟦And back they go.⟧",
  "⟦It is there (really!) for all.⟧ ⟦“It holds for them.”⟧ ⟦So it is.⟧",
  "⟦Yes. It is there.⟧",
  "⟦電話はログを保持する。⟧⟦サーバーが統合する！⟧⟦なぜか？⟧",
  "⟦手机保存日志。⟧⟦服务器合并日志。⟧",
  "⟦Das Gerät führt z. B. Protokoll.⟧ ⟦Der Server führt zusammen.⟧",
  " … - ",
];

describe("the sentences of", () => {
  for (const text of sentences)
    it(text, () => {
      const source = unmark(text).text;
      assert.equal(mark(source, sentencesIn(source)), text);
    });
});

it("counts words by blanks, or by a dictionary where there are none", () => {
  const text = "⟦Peer-to-peer⟧ ⟦sync,⟧ & ⟦通知⟧⟦設定⟧の⟦同期⟧";
  const source = unmark(text).text;
  assert.equal(mark(source, wordsIn(source)), text);
});

const template =
  "# Design\n\n## Summary\n\n<!-- design-docs: expect: sentences 1-2 -->\n\nAll of it.\n\n## Goals\n\nWhat.\n";

/** By what is shown: the summary, at most two sentences of which are asked for. */
const cases: Readonly<Record<string, string>> = {
  "over paragraphs, with CRLF":
    "Phones keep a log.\r\n\r\nThe server merges it. ⟦They ask for it.\r\n\r\nAnd they get it.⟧",
  "an entry that is a sentence": "Phones keep a log.\n\n- The server merges it.\n- ⟦They ask for it.⟧",
  "entries that are none":
    "Phones keep a log. It has:\n\n- what was edited\n- when it was\n  - and by whom\n- where it was",
  "sentences that begin with code": "They call `push`. `pull` is called then. ⟦`merge` does the rest.⟧",
  "full stops in code and addresses":
    "They call `a. B c. D e. F`. See <https://example.org/a.B> and [all of them](x.md).",
  "tables, code, notes and comments":
    "Phones keep a log.[^1]\n\n> [!NOTE]\n> It was tried. It works well. So it is.\n\n| It is there. | It is here. |\n|---|---|\n| They are there. | They are here. |\n\n```\nOne of them. Two of them. Three.\n```\n\n<!-- One of them. Two of them. Three of them. -->\n\n[^1]: It is there. It is here. It is not.",
  "two languages": "Phones keep a log. The server merges it.\n\n手机保存日志。服务器合并日志。",
  "without blanks": "手机保存日志。服务器合并日志。⟦日志是表。⟧",
  "set aside": "N/A: this is short. It has three sentences. All of them are here.",
  "nothing but TBD": "TBD",
};

describe("summary-length", () => {
  for (const [name, text] of Object.entries(cases))
    it(name, () => checkRule(rule, { template, text: `# Sync\n\n## Summary\n\n${text}\n\n## Goals\n\nx\n` }));
});
