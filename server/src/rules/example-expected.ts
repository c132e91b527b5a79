import { message } from "../messages/message.ts";
import type { Node } from "../syntax/node.ts";
import { partHeading } from "../template/parts.ts";
import { defineRule, type Problem } from "./rule.ts";
import { levels } from "./support/levels.ts";
import { sectionsLacking } from "./support/said.ts";
import type { Written } from "./support/section.ts";
import { isShown, nodesIn, signsOfMore } from "./support/shown.ts";

const template =
  "# Design\n\n## Goals\n\nWhat it is for.\n\n## Interfaces\n\n<!-- design-docs: expect: example -->\n\nWhat others call.\n";

const goals = "# Sync engine\n\n## Goals\n\nPhones work in the field without a network.\n\n";

export default defineRule<Problem>({
  id: "example-expected",
  summary: "The section about interfaces shows no example.",
  why: "Whoever calls an interface starts from an example. A request, a response, a signature, a path or a name in code, a table, a picture or a code block is enough, and so is a link to a specification. A section that says that no interface changes needs none. It is asked for in the section of which the template expects `example`. Only English texts are looked at.",
  severity: levels("off", "hint", "hint"),
  reads: ["example"],
  waitsFor: "section",
  examples: [
    {
      title: "an interface in words alone",
      template,
      stage: "review",
      text: `${goals}⟦## Interfaces⟧\n\nPhones ask the server for the operations of others by an endpoint of its own.\n`,
    },
    {
      title: "a path",
      template,
      stage: "review",
      text: `${goals}## Interfaces\n\nPhones ask the server for the operations of others by \`GET /sync?since=1042\`.\n`,
    },
    {
      title: "no interface changes",
      template,
      stage: "review",
      text: `${goals}## Interfaces\n\nThe public interface does not change.\n`,
    },
  ],

  *check(context) {
    const isThere = (says: (pattern: RegExp) => boolean, { whole }: Written): boolean =>
      says(unchanged) || says(address) || [...nodesIn(context.doc, whole, signsOfMore)].some(isExample);
    for (const { part } of sectionsLacking(context, "example", isThere)) {
      yield {
        span: partHeading(context.doc, part),
        message: message("example-expected.found", { title: part.title }),
      };
    }
  },
});

// Code of a plain word, such as `sync`, names a thing; with a mark in it, it shows how that is used.
const isExample = (node: Node): boolean =>
  isShown(node) ||
  node.kind === "table" ||
  (node.kind === "inlineCode" && /[^\p{L}\p{N}\s]|\p{Ll}\p{Lu}|\s/u.test(node.value.slice(0, 500))) ||
  (node.kind === "html" && /<(?:pre|code|table)\b/i.test(node.value)) ||
  (node.kind === "link" &&
    /\.(?:ya?ml|json|proto|graphql|idl|wsdl|xsd|raml|ts|go|rs|java|py|h)\b|openapi|swagger|postman|api|spec|schema/i.test(
      (node.url ?? node.label ?? "").slice(0, 2000),
    ));

// Paths and calls that stand in prose, without code marks.
const address = /(?:^|\s)(?:GET|POST|PUT|PATCH|DELETE|HEAD) \/|\w\([^()\n]{0,200}\)|(?:^|\s)--[a-z][\w-]+/m;

const unchanged =
  /\b(?:no|not|without|any|none)\b[^.\n]{0,80}\b(?:interfaces?|apis?|endpoints?|change[sd]?|changing|additions?|options?|flags?|exposed|public)\b|\b(?:unchanged|unaffected|internal only|purely internal|as (?:before|today|they are|it is)|(?:stays?|remains?|keeps?) (?:the same|as))\b/i;
