import { readTemplate } from "../../server/src/template/read-template.ts";
import type { Template, TemplateSection } from "../../server/src/template/template.ts";

type Shape = Partial<
  Pick<
    TemplateSection,
    "required" | "isPattern" | "repeatable" | "anyOrder" | "group" | "keys" | "isTitle" | "parent"
  >
>;

/** A template of a team's with what is said of some sections, by their titles, whatever the reading makes of them. */
export function shapedTemplate(
  text: string,
  shapes: Readonly<Record<string, Shape>>,
  about: Partial<Pick<Template, "anyOrder" | "title">> = {},
): Template {
  const template = readTemplate({ name: "team", uri: "file:///TEMPLATE.md", text });
  const titles = new Set(template.sections.map(({ title }) => title));
  for (const title of Object.keys(shapes))
    if (!titles.has(title)) throw new Error(`There is no section ${title}.`);
  return {
    ...template,
    ...about,
    sections: template.sections.map((section) => ({ ...section, ...shapes[section.title] })),
  };
}
