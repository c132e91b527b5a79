import { copyFileSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Plan } from "../lsp/measure.ts";
import { ours, peerServers, type Server } from "../lsp/servers.ts";
import { startSession } from "../lsp/session.ts";
import { typing } from "../lsp/strokes.ts";
import { cache, cacheFolder } from "../paths.ts";
import type { Peers } from "../peers.ts";
import { cpuOf, usageOf } from "../process.ts";
import type { Figures, Key } from "../report/figures.ts";
import { quantile } from "../statistics.ts";
import { placesIn } from "../text/places.ts";
import { generatedWorkspace, type Workspace } from "./generate.ts";

const kept = join(cache, "server-kept");

/**
 * Opens one document of a large workspace: what reading the others costs the server in the background, how long keys
 * wait in the meantime, and how soon it is done when it is started a second time.
 */
export async function measureIndex(
  peers: Peers,
  documents: number,
  plan: Plan,
  figures: Figures,
): Promise<void> {
  const workspace = generatedWorkspace(documents, plan.corpus);
  const keeping: Server = { ...ours, options: { cacheFolder: pathToFileURL(kept).href } };
  const rumdl = peerServers(peers).filter(({ name }) => name === "rumdl");
  const rounds = plan.quick ? 1 : Math.min(2, plan.rounds);
  for (let round = 0; round < rounds; round++)
    for (const server of [keeping, ...rumdl]) {
      plan.say(`index: round ${round + 1} of ${rounds}, ${server.name}`);
      forget(workspace);
      const cold = await settle(server, workspace);
      const warm = await settle(server, workspace);
      forget(workspace);
      const time = Math.min(cold.wall, 15_000);
      const { meanwhile, idle } = await typeMeanwhile(server, workspace, time);
      // The first keys of a process are slower by themselves, so they are held against as young a one.
      const alone = (await typeMeanwhile(server, ofOne(workspace), time)).meanwhile;
      const key = (measure: string, unit: Key["unit"]): Key => ({
        part: "index",
        subject: `${documents.toLocaleString("en-US")} documents`,
        measure,
        of: server.name,
        unit,
      });
      figures.put(key("cold index, CPU", "s"), cold.cpu / 1000);
      figures.put(key("cold index, until idle", "s"), cold.wall / 1000);
      figures.put(key("cold index, memory", "MB"), cold.peak);
      figures.put(key("first diagnostics, cold", "ms"), cold.first);
      figures.put(key("warm start", "s"), warm.wall / 1000);
      figures.put(key("warm start, CPU", "s"), warm.cpu / 1000);
      figures.put(key("warm start, memory", "MB"), warm.peak);
      for (const share of [50, 95, 99]) {
        figures.put(key(`key while indexing, p${share}`, "ms"), quantile(meanwhile, share / 100));
        figures.put(
          key(`key in a workspace of this document alone, p${share}`, "ms"),
          quantile(alone, share / 100),
        );
        figures.put(key(`key when idle, p${share}`, "ms"), quantile(idle, share / 100));
      }
    }
}

/** As if no server had been here before. */
function forget({ folder }: Workspace): void {
  rmSync(kept, { recursive: true, force: true });
  rmSync(join(folder, ".rumdl_cache"), { recursive: true, force: true });
}

/** A workspace that has the sample of this one and nothing else. */
function ofOne({ folder, sample }: Workspace): Pick<Workspace, "folder" | "sample"> {
  const alone = cacheFolder("workspace-1");
  const copy = join(alone, relative(folder, sample));
  mkdirSync(dirname(copy), { recursive: true });
  copyFileSync(sample, copy);
  return { folder: alone, sample: copy };
}

interface Settled {
  /** Milliseconds from starting the process until it was last busy. */
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  /** Milliseconds from opening the document to its diagnostics. */
  readonly first: number;
}

const step = 50;

/**
 * Starts the server, opens the sample, and waits until nothing is done any more: for a second and a half less than a tenth
 * of a processor in any twentieth of a second.
 */
async function settle(server: Server, { folder, sample }: Workspace): Promise<Settled> {
  const session = await startSession(server, folder);
  const { pid, startedAt } = session.client;
  try {
    const first = await session.open(pathToFileURL(sample).href, readFileSync(sample, "utf8")).first;
    const busy = await lastBusy(pid);
    const usage = usageOf(pid);
    return {
      wall: busy - startedAt,
      cpu: usage?.cpu ?? NaN,
      peak: usage?.peak ?? NaN,
      first: first.took,
    };
  } finally {
    await session.client.stop();
  }
}

/** Waits until the process has been idle for a second and a half, and says when it was not. */
async function lastBusy(pid: number): Promise<number> {
  let before = cpuOf(pid) ?? NaN;
  let busy = performance.now();
  while (performance.now() - busy < 1500) {
    await delay(step);
    const now = cpuOf(pid) ?? NaN;
    if (now - before > step / 10) busy = performance.now();
    before = now;
  }
  return busy;
}

interface Typed {
  /** Milliseconds of each key while the others are read, and of each when that is done. */
  readonly meanwhile: readonly number[];
  readonly idle: readonly number[];
}

/** Types ten keys a second, for so many milliseconds from the moment that the document is open, and as many later. */
async function typeMeanwhile(
  server: Server,
  { folder, sample }: Pick<Workspace, "folder" | "sample">,
  time: number,
): Promise<Typed> {
  const session = await startSession(server, folder);
  try {
    const text = readFileSync(sample, "utf8");
    const open = session.open(pathToFileURL(sample).href, text);
    await open.first;
    const strokes = typing(placesIn(text).at.middle ?? 0);
    const type = async (): Promise<number> => {
      const { took } = await open.diagnosed(strokes.next().value);
      await delay(Math.max(0, 100 - took));
      return took;
    };
    const meanwhile: number[] = [];
    for (const end = performance.now() + time; performance.now() < end || meanwhile.length < 20;)
      meanwhile.push(await type());
    await lastBusy(session.client.pid);
    const idle: number[] = [];
    while (idle.length < Math.min(60, meanwhile.length)) idle.push(await type());
    return { meanwhile, idle };
  } finally {
    await session.client.stop();
  }
}
