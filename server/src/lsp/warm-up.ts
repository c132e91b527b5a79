import {
  createConnection,
  createProtocolConnection,
  type ClientCapabilities,
  type Connection,
} from "vscode-languageserver";
import { byName } from "../text/by-name.ts";
import { noHistory } from "../workspace/history.ts";
import { behindAnswers, type Host } from "./host.ts";
import { createPracticeClient } from "./practice-client.ts";
import { practiceFiles, practiceFolder, practiceTexts } from "./practice-texts.ts";

/** What is warmed up, and for whom. */
export interface WarmUp {
  readonly host: Host;
  /** What the client can do: practice takes the same ways through the code. */
  readonly capabilities: ClientCapabilities;
  /** Joins a connection to the engine, as it is done for the client. */
  start(connection: Connection, host: Host): void;
  /** Finds out what the first document in the workspace will hang on, and keeps it. */
  prepare(): Promise<void>;
  /** Whether there is work to do. */
  isBusy(): boolean;
}

/** Practises once a process, behind the answer to `initialize`. */
export async function warmUp(given: WarmUp): Promise<void> {
  if (isWarm) return;
  isWarm = true;
  await behindAnswers(given.host);
  await practise(given);
}

/**
 * Does what the first answers will have to do, while nobody has asked anything: documents are opened, edited and closed
 * in a second server in memory, whose client is nobody. Code that has not run yet is compiled by that, and optimised
 * where it runs often; what is compiled alone would leave a first answer twice as slow. It goes on a few milliseconds at
 * a time, and never goes on again once `isBusy`, since what is asked then does the same.
 */
export async function practise({ host, capabilities, start, prepare, isBusy }: WarmUp): Promise<void> {
  const turn = async (): Promise<void> => {
    for (let left = mostTurns; left > 0; left--) await host.nextTurn();
    // What waits for this waits for ever, and is collected with the whole practice.
    if (isBusy()) await new Promise<never>(() => undefined);
  };
  await turn();
  const { client, transport } = createPracticeClient();
  const connection = createConnection(
    (logger) => createProtocolConnection(transport.reader, transport.writer, logger),
    { shutdownReceived: false, initialize: () => undefined, exit: () => undefined },
  );
  start(connection, practiceHost(host, turn));
  await client.initialize({
    processId: null,
    rootUri: practiceFolder,
    workspaceFolders: [{ uri: practiceFolder, name: "practice" }],
    capabilities,
  });
  for (const { uri, text, edits } of practiceTexts()) {
    await turn();
    await client.open(uri, text);
    await settle(turn);
    for (const edit of edits) {
      await client.edit(uri, edit);
      await settle(turn);
    }
    client.close(uri);
  }
  await turn();
  // A folder with one neighbour has nothing to sort, and whoever sorts names first would wait for what that takes.
  byName(practiceFolder, "");
  await turn();
  await prepare();
}

// As many messages as a client sends along with the first document, each of which is taken in in a turn of its own.
const mostTurns = 5;

// So many turns until what is asked behind an answer, as facts are, has been answered and told, too.
const settling = 6;

async function settle(turn: () => Promise<void>): Promise<void> {
  for (let left = settling; left > 0; left--) await turn();
}

/** The host with nothing of the outside, on which time passes when somebody waits for it. */
function practiceHost(host: Host, turn: () => Promise<void>): Host {
  let passed = 0;
  return {
    files: practiceFiles,
    history: () => noHistory,
    diagrams: () => ({ check: () => Promise.resolve({ kind: "sound" }) }),
    nextTurn: turn,
    // Faster than it goes, so that work in slices stays shorter than what is done when somebody waits for it.
    now: () => host.now() * 4 + passed,
    later(milliseconds, run) {
      let isWanted = true;
      const wait = async (): Promise<void> => {
        await turn();
        passed += milliseconds;
        if (isWanted) run();
      };
      void wait();
      return () => void (isWanted = false);
    },
    today: () => "2000-01-01",
  };
}

// Of the process, as compiled code is.
let isWarm = false;
