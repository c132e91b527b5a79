import type { Facts } from "../../server/src/facts/facts.ts";
import { analyze, type Analysis } from "../../server/src/service.ts";
import type { Stage } from "../../server/src/template/status.ts";
import { facts, templateOf } from "./check.ts";

export interface Given extends Partial<Facts> {
  /** Markdown; the built-in template where it is absent. */
  readonly template?: string;
  readonly stage?: Stage;
}

/** A text analysed as the server would with default settings, on a fixed day. */
export const analyse = (text: string, { template, stage, ...about }: Given = {}): Analysis =>
  analyze({
    text,
    template: templateOf(template),
    settings: { rules: {} },
    facts: { ...facts, ...about },
    ...(stage === undefined ? {} : { stage }),
  });
