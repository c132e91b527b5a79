import type { SourceMap } from "node:module";

/** What `node --cpu-prof` writes, as far as it is read here. Times are microseconds. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  readonly startTime: number;
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

interface ProfileNode {
  readonly id: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url: string;
    readonly lineNumber: number;
    readonly columnNumber: number;
  };
}

/** Time in a function itself, without what it calls. */
export interface SelfTime {
  readonly name: string;
  /** `server/src/…`, the package of a library, `node`, or what V8 says in brackets. */
  readonly file: string;
  readonly milliseconds: number;
}

/**
 * The self times of a profile between two moments, in milliseconds from its start, the longest first. `map` is that of
 * the bundle which ran; without idleness.
 */
export function selfTimes(
  profile: CpuProfile,
  map: SourceMap,
  from: number,
  to: number,
): readonly SelfTime[] {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const sums = new Map<string, { readonly name: string; readonly file: string; milliseconds: number }>();
  let now = 0;
  for (const [index, id] of profile.samples.entries()) {
    const took = (profile.timeDeltas[index] ?? 0) / 1000;
    now += took;
    const node = nodes.get(id);
    if (!node || now < from || now > to || node.callFrame.functionName === "(idle)") continue;
    const name = node.callFrame.functionName || "(anonymous)";
    const file = fileOf(node, map);
    const key = `${name} ${file}`;
    const sum = sums.get(key) ?? { name, file, milliseconds: 0 };
    sum.milliseconds += took;
    sums.set(key, sum);
  }
  return Array.from(sums.values()).toSorted((one, other) => other.milliseconds - one.milliseconds);
}

function fileOf({ callFrame }: ProfileNode, map: SourceMap): string {
  const { functionName, url, lineNumber, columnNumber } = callFrame;
  if (functionName.startsWith("(") && url === "") return functionName;
  if (functionName.startsWith("RegExp: ")) return "(regular expressions)";
  if (url === "" || url.startsWith("node:")) return "node";
  const entry = map.findEntry(lineNumber, columnNumber);
  const source = "originalSource" in entry ? entry.originalSource : "";
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1];
  // The path from where it was built leads through the folders of this machine.
  return library ?? source.replace(/^.*\/(?=server\/src\/)/, "");
}

/** The room of our own that a file lies in, else the file's name as it is. */
export function roomOf(file: string): string {
  const [, room] = /^server\/src\/([^/]+)/.exec(file) ?? [];
  return room ?? file;
}
