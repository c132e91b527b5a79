import type { Peers } from "../peers.ts";
import type { Figures } from "../report/figures.ts";
import { typeOnce, type Effort } from "./keys.ts";
import type { MeasuredWorkspace } from "./measured-document.ts";
import { openOnce, startOnce } from "./open.ts";
import { floors, ours, peerServers, type Server } from "./servers.ts";

/** How much is measured, and whom it is told while it goes on. */
export interface Plan {
  readonly rounds: number;
  readonly quick: boolean;
  /** A folder with real documents, to be taken where there is one. */
  readonly corpus?: string | undefined;
  say(line: string): void;
}

const servers = (peers: Peers): readonly Server[] => [ours, ...peerServers(peers), ...floors];

/** The servers in another order each round, so that none always runs behind the same one. */
const turned = <T>(all: readonly T[], round: number): readonly T[] => {
  const first = round % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
};

/** Starts each server many times, since one start takes little and differs much. */
export async function measureStart(
  peers: Peers,
  folder: string,
  plan: Plan,
  figures: Figures,
): Promise<void> {
  const times = plan.quick ? 4 : plan.rounds * 3;
  plan.say(`start: ${times} times`);
  for (let round = 0; round < times; round++)
    for (const server of turned(servers(peers), round))
      await startOnce(server, folder, figures, peers.parser);
}

/** Opens each document in fresh servers. */
export async function measureOpen(
  peers: Peers,
  { folder, documents }: MeasuredWorkspace,
  plan: Plan,
  figures: Figures,
): Promise<void> {
  for (const document of documents) {
    const times = plan.quick ? 2 : document.size >= 1000 ? plan.rounds : plan.rounds + 1;
    plan.say(`open ${document.name}: ${times} times`);
    for (let round = 0; round < times; round++)
      for (const server of turned(servers(peers), round))
        for (const moment of isMain(server) ? (["at once", "later"] as const) : (["at once"] as const))
          await openOnce(server, folder, document, moment, figures, peers.parser);
  }
}

/** Types in each document. */
export async function measureKeys(
  peers: Peers,
  { folder, documents }: MeasuredWorkspace,
  plan: Plan,
  figures: Figures,
): Promise<void> {
  for (const document of documents) {
    const isLong = document.size >= 1000;
    const rounds = isLong ? Math.max(1, plan.rounds - 1) : plan.rounds;
    for (let round = 0; round < rounds; round++) {
      plan.say(`keys ${document.name}: round ${round + 1} of ${rounds}`);
      for (const server of turned(servers(peers), round)) {
        // What the targets name is enough of those that would take minutes for the rest.
        const wanted = isMain(server) && !(isLong && server.name === "vscode-markdown") ? "all" : "main";
        const effort = effortFor(plan.quick);
        await typeOnce(server, folder, document, effort, wanted, figures, peers.parser);
      }
    }
  }
}

/** Whether targets name the server; the others show how it could be besides. */
const isMain = ({ name }: Server): boolean =>
  name === "ours" || name === "rumdl" || name === "vscode-markdown";

const effortFor = (quick: boolean): Effort =>
  quick
    ? { warmUp: 40, strokes: 60, scattered: 30, atPlace: 12, asked: 8, time: 1500 }
    : { warmUp: 40, strokes: 200, scattered: 100, atPlace: 30, asked: 30, time: 4500 };
