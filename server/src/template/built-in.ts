import { builtInText } from "./built-in-text.ts";
import { readTemplate } from "./read-template.ts";
import type { Template } from "./template.ts";

let read: Template | undefined;

/** The template that comes with us, for documents whose team has none; read on first use. */
export const builtInTemplate = (): Template =>
  (read ??= readTemplate({ name: "built-in template", text: builtInText }));
