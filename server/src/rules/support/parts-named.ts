import type { Part } from "../../template/parts.ts";
import type { RuleContext } from "../rule.ts";
import { createMemory } from "../../text/memory.ts";

const found = createMemory<readonly Part[], Map<RegExp, readonly Part[]>>();

/** The parts of a document whose titles match a pattern, looked for once as long as no heading changes. */
export function partsNamed(
  { alignment: { parts } }: Pick<RuleContext, "alignment">,
  pattern: RegExp,
): readonly Part[] {
  const known = found.get(parts) ?? new Map<RegExp, readonly Part[]>();
  found.set(parts, known);
  let named = known.get(pattern);
  if (!named) {
    named = parts.filter(({ title }) => pattern.test(title.slice(0, 200)));
    known.set(pattern, named);
  }
  return named;
}
