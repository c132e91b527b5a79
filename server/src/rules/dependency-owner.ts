import { readable } from "../syntax/document.ts";
import { message } from "../messages/message.ts";
import { slice } from "../text/span.ts";
import { defineRule, type Problem } from "./rule.ts";
import { cellUnder, entriesOf, type Entry } from "./support/entries.ts";
import { levels } from "./support/levels.ts";
import { namedIn } from "./support/named.ts";
import { speaksEnglish } from "./support/said.ts";
import { wordCount } from "./support/words.ts";
import { writtenSections } from "./support/section.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Dependencies\n\n<!-- design-docs: expect: owners -->\n\nWhat it relies on.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

export default defineRule<Problem>({
  id: "dependency-owner",
  summary: "A dependency does not say who owns it.",
  why: "A service that a design relies on has a team that must agree and may have to help. What is told are entries that name a service, an interface, a cluster and the like of one’s own, without a team, a person, a handle or a link. A library or a product of others has no owner here. It is asked for in the section of which the template expects `owners`. Only English texts are looked at.",
  severity: levels("off", "hint", "hint"),
  reads: ["owners"],
  waitsFor: "section",
  examples: [
    {
      title: "a service of nobody",
      template,
      stage: "review",
      text: `${goals}## Dependencies\n\n- ⟦The notification service⟧\n- The session service of the platform team\n- SQLite 3.45\n`,
    },
    {
      title: "a table",
      template,
      stage: "review",
      text: `${goals}## Dependencies\n\n| What | Owner |\n| --- | --- |\n| Notification service | @fieldnotes/platform |\n`,
    },
  ],

  *check(context) {
    for (const written of writtenSections(context, "owners")) {
      const open = entriesOf(context, written, "text").filter(
        (entry) => isOwnService(entry) && !hasOwner(entry, slice(readable(context.doc), entry.span)),
      );
      if (open.length === 0 || !speaksEnglish(context, written.whole)) continue;
      for (const { name, label, text } of open) {
        yield {
          span: name,
          message: message("dependency-owner.found", { name: namedIn(label === "" ? text : label) }),
        };
      }
    }
  },
});

const ownerColumn =
  /\b(?:owners?|owned by|teams?|maintainers?|maintained by|contacts?|who|provider|vendor|by|source)\b/i;

// Things that someone runs, not things that one installs.
const service = /\b(?:services?|apis?|endpoints?|clusters?|pipelines?|gateways?|backends?|interfaces?)\b/i;

const owned =
  /@[\p{L}\p{N}]|[’']s\b|\]\(|\]\[|https?:|\b(?:teams?|groups?|squads?|guilds?|owne[rd]s?|owned|maintain\w*|contacts?|vendors?|providers?|providing|ours?|we|us|upstream|open[- ]source|third[- ]part(?:y|ies)|external|libraries|library|packages?|modules?|crates?|sdks?|versions?|v?\d+\.\d+|v\d+|none|nothing|no (?:new )?\w+|not|managed|hosted|by|from|aws|azure|gcp|google|amazon|microsoft|cloudflare|github|gitlab|kubernetes|k8s|linux|windows|android|ios|apple|stripe|twilio|standard|rfc)\b/iu;

// What heads a group names no dependency.
const kind =
  /^(?:(?:internal|external|upstream|downstream) )?(?:\w+ )?(?:services|systems|infrastructure|dependencies|apis|tools|data|components)$/i;

// A description of many words tells enough to ask; what is told is a mere name.
const isOwnService = ({ text, label, isDone }: Entry): boolean =>
  !isDone && !kind.test(label) && text.length < 300 && wordCount(text) <= 15 && service.test(text);

const hasOwner = (entry: Entry, source: string): boolean =>
  cellUnder(entry, ownerColumn) !== undefined || owned.test(source);
