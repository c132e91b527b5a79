import { describe, it } from "node:test";
import rule from "../../server/src/rules/title-length.ts";
import { checkRule } from "../kit/check.ts";

const template =
  "# Design Document\n\n## Title\n\n<!-- design-docs: expect: words 1-4 -->\n\nName the design in a few words.\n\n## Goals\n\nWhat it is for.\n";

/** By what is shown: the beginning of a document whose title may have four words. */
const cases: Readonly<Record<string, readonly [string, string?]>> = {
  "four words": ["# Sync engine for phones"],
  "words beyond the fourth": ["# Sync engine for phones ⟦in the field⟧"],
  "the words of an underlined title": ["Sync *engine* for [phones](x.md) ⟦and tablets⟧\n======"],
  "a number and a kind in front": ["# RFC 12: Sync engine for phones"],
  "brackets and a kind in front": ["# [RFC] Design doc – Sync engine for phones"],
  "a state, a number and a kind in front": ["# [draft] 12. Design doc: Sync engine for phones ⟦offline⟧"],
  "nothing but what stands in front": ["# [draft] 12. Design doc:"],
  "a key in front": ["# KEP-1234: Sync engine for phones ⟦offline⟧"],
  "code is one word": ["# Sync `POST /sync since last` on phones"],
  "an id behind": ["# Sync engine for phones {#sync}"],
  "without blanks": ["# 通知設定の同期エンジン⟦設計⟧"],
  "a section of that name": ["# Sync\n\n## Title\n\nSync engine for phones ⟦in the field⟧"],
  "guidance that was left": ["# Sync\n\n## Title\n\nName the design in a few words."],
  "the template’s title is told as that": ["# Design Document"],
  "kinds alone": ["# ⟦Technical Design Proposal⟧", "# Sync engine"],
  "a number alone, which is kept": ["# ⟦ADR-0012⟧"],
  "emphasis is kept, too": ["# ⟦**Overview**⟧"],
  "a kind with what it is about": ["# Feature flags"],
  "a word of its own": ["# Sharding"],
  "no title": ["Sync"],
};

describe("title-length", () => {
  for (const [name, [text, fixed]] of Object.entries(cases)) {
    const rest = "\n\n## Goals\n\nPhones.\n";
    it(name, () =>
      checkRule(rule, { template, text: text + rest, ...(fixed !== undefined && { fixed: fixed + rest }) }),
    );
  }
});
