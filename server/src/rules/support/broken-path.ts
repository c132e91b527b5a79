import { readable } from "../../syntax/document.ts";
import { createMemory } from "../../text/memory.ts";
import type { TargetFact } from "../../facts/facts.ts";
import { message } from "../../messages/message.ts";
import type { Fix, Problem, RuleContext } from "../rule.ts";
import { linkedIn, pathSpan, setPath, type Linked, type LinkedAsked } from "./links.ts";

/** A path that leads nowhere, or only here. */
export interface BrokenPath extends Problem {
  readonly linked: Linked;
  /** The path that should stand there, where it is known. */
  readonly path: string | undefined;
}

/** The links whose path is broken, or the pictures: each rule has sentences of its own for the same three faults. */
export function* brokenPaths(
  context: RuleContext,
  rule: "broken-link" | "missing-image",
): Generator<BrokenPath> {
  const { targets } = context.facts;
  if (!targets) return;
  const broken = brokenAmong(targets);
  if (broken.size === 0) return;
  const isImage = rule === "missing-image";
  const isWanted = (one: LinkedAsked): boolean => one.isImage === isImage && broken.has(one.link.path);
  for (const linked of linkedIn(context, { by: rule, given: [targets], isWanted })) {
    const { path } = linked.link;
    const fact = broken.get(path);
    if (!fact) continue;
    yield { span: pathSpan(readable(context.doc), linked), linked, ...told(rule, path, fact) };
  }
}

type Broken = Extract<TargetFact, { readonly kind: "absent" | "otherCase" }>;

const brokenIn = createMemory<Targets, ReadonlyMap<string, Broken>>();

/** Those of the paths that lead nowhere, or only here; found once, since most facts outlive many edits. */
function brokenAmong(targets: Targets): ReadonlyMap<string, Broken> {
  const known = brokenIn.get(targets);
  if (known) return known;
  const broken = new Map<string, Broken>();
  for (const [path, fact] of targets)
    if (path !== "" && (fact.kind === "absent" || fact.kind === "otherCase")) broken.set(path, fact);
  brokenIn.set(targets, broken);
  return broken;
}

type Targets = NonNullable<RuleContext["facts"]["targets"]>;

function told(
  rule: "broken-link" | "missing-image",
  path: string,
  fact: Broken,
): Pick<BrokenPath, "message" | "path"> {
  if (fact.kind === "otherCase")
    return { message: message(`${rule}.case`, { written: fact.written }), path: fact.written };
  const { meant } = fact;
  return meant === undefined
    ? { message: message(`${rule}.absent`, { path }), path: undefined }
    : { message: message(`${rule}.meant`, { path, meant }), path: meant };
}

/** The fix that writes the right path, where it is known and there is a place to write it. */
export function pathFixes(
  { linked, path }: BrokenPath,
  { doc }: RuleContext,
  rule: "broken-link" | "missing-image",
): readonly Fix[] {
  const edits = path === undefined ? [] : setPath(readable(doc), linked, path);
  return path === undefined || edits.length === 0 ? [] : [{ title: message(`${rule}.fix`, { path }), edits }];
}
