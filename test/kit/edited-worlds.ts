import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Judging } from "../../server/src/service.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { presetNames, presetTemplate } from "../../server/src/template/presets.ts";
import { readTemplate } from "../../server/src/template/read-template.ts";
import type { Template } from "../../server/src/template/template.ts";
import { shapes } from "../corpus/templates.ts";
import { facts } from "./check.ts";
import { goodDocument } from "./good-document.ts";
import { oddDocument, oddFacts, oddHeader } from "./odd-documents.ts";
import { oddNeighbours, withNeighbours } from "./odd-neighbours.ts";
import { markdownBelow } from "./own-markdown.ts";
import { designDocument } from "./random-document.ts";
import { randomMarkdown } from "./random-markdown.ts";
import type { Random } from "./random.ts";
import type { World } from "./incremental.ts";

const workspaces = "test/fixtures/workspaces";

/** The templates that documents are read beside: ours, the fixtures', and some in the shapes that teams use. */
export const templates: readonly [Template, ...Template[]] = [
  builtInTemplate(),
  ...presetNames.map(presetTemplate),
  ...readdirSync(workspaces)
    .flatMap((folder) => markdownBelow(join(workspaces, folder)))
    .filter(({ name }) => name.includes("template") || name.includes("NNNN"))
    .map(({ text }) => text)
    .concat(shapes.map(({ text }) => text))
    .map((text) => readTemplate({ name: "team", uri: "file:///TEMPLATE.md", text }, builtInTemplate())),
];

/** A template with others that a document may come to be read beside, and what may be known and chosen besides. */
export function someWorld(random: Random): World {
  const about = { ...facts, ...oddFacts, ...oddNeighbours(random) };
  const judging: Judging = { settings: { rules: {} }, facts: random.once(3) ? facts : about };
  const template = templates[random.below(templates.length)] ?? templates[0];
  return {
    templates: [template, templates[random.below(templates.length)] ?? template],
    judgings: [
      random.once(2)
        ? judging
        : { ...judging, stage: random.of(["draft", "review", "approved", "implemented", "closed"]) },
      { ...judging, stage: "approved" },
      { ...judging, facts: { ...about, fileName: "x.md", today: "2027-01-01" } },
      { ...judging, settings: { rules: { "missing-section": "off", "open-marker": "error" } } },
      {
        ...judging,
        settings: {
          rules: {},
          toldElsewhere: ["broken-link"],
          reviewDays: 3,
          fileName: "{number:4}-{title}.md",
        },
      },
      { ...judging, since: "2026-06-01" },
      { settings: { rules: {} }, facts },
    ],
  };
}

/** A document of some size that somebody may begin to edit beside a template. */
export function someDocument(random: Random, template: Template): string {
  switch (random.below(8)) {
    case 0:
      return oddDocument(random);
    case 1:
      return withNeighbours(oddHeader(random), random);
    case 2:
      return goodDocument(random.of(["DRAFT", "IN REVIEW", "APPROVED"]));
    case 3:
    case 4:
      return designDocument(random);
    case 5:
      return `${designDocument(random)}\n${randomMarkdown(random)}`;
    default:
      return template.doc.text;
  }
}
