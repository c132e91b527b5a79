import { setTimeout as delay } from "node:timers/promises";
import type { MarkdownParser } from "../peers.ts";
import { cpuOf } from "../process.ts";
import type { Figures, Key } from "../report/figures.ts";
import type { MeasuredDocument } from "./measured-document.ts";
import type { Server } from "./servers.ts";
import type { Arrival } from "./client.ts";
import { startSession, type OpenDocument } from "./session.ts";

/**
 * When the document is opened: at once, as an editor does that was started with it; or into a server that has been
 * there for a second, as when somebody clicks on it later.
 */
export type Moment = "at once" | "later";

/** Milliseconds from starting a server to its answer to `initialize`. */
export async function startOnce(
  server: Server,
  folder: string,
  figures: Figures,
  parser: MarkdownParser | undefined,
): Promise<void> {
  const { client, startedIn } = await startSession(server, folder, parser);
  figures.put(
    { part: "start", subject: "process", measure: "start to initialize", of: server.name, unit: "ms" },
    startedIn,
  );
  await client.stop();
}

/**
 * Opens a document in a fresh server: the time to the first answer, to the first one that has any diagnostics, and to
 * the last one that differs, after which the server says nothing new and does nothing.
 */
export async function openOnce(
  server: Server,
  folder: string,
  document: MeasuredDocument,
  moment: Moment,
  figures: Figures,
  parser: MarkdownParser | undefined,
): Promise<void> {
  let open: OpenDocument | undefined;
  let some: number | undefined;
  let full = 0;
  let seen = "";
  let count = 0;
  let pending = 0;
  const note = ({ value, at }: Arrival): void => {
    const items = itemsOf(value);
    if (items === undefined) return;
    const content = JSON.stringify(items);
    if (content === seen) return;
    seen = content;
    count = items.length;
    full = at - (open?.sentAt ?? at);
    if (count > 0) some ??= full;
  };
  const session = await startSession(server, folder, parser, (stir) => {
    if (stir.kind === "pushed") {
      if (stir.uri === document.uri) note(stir.arrival);
      return;
    }
    pending++;
    // A server that is being stopped may have asked for one more pull.
    void Promise.resolve(open?.pull())
      .then(
        (arrival) => arrival && note(arrival),
        () => undefined,
      )
      .finally(() => pending--);
  });
  try {
    if (moment === "later") await delay(1000);
    open = session.open(document.uri, document.text);
    const first = await open.first;
    note(first.arrival);
    do {
      await session.quiet(300);
      await idle(session.client.pid);
    } while (pending > 0);
    const key = (measure: string, unit: Key["unit"]): Key => ({
      part: "open",
      subject: document.name,
      measure: `${measure}, ${moment}`,
      of: server.name,
      unit,
    });
    figures.put(key("first answer", "ms"), first.took);
    figures.put(key("first diagnostics", "ms"), some ?? first.took);
    figures.put(key("full diagnostics", "ms"), Math.max(full, first.took));
    figures.put(key("diagnostics", "count"), count);
  } finally {
    await session.client.stop();
  }
}

/** Waits until the process does nothing for a third of a second, or where that cannot be known, for a whole one. */
async function idle(pid: number): Promise<void> {
  for (let before = cpuOf(pid); ;) {
    await delay(before === undefined ? 1000 : 333);
    const now = cpuOf(pid);
    if (before === undefined || now === undefined || now - before < 4) return;
    before = now;
  }
}

/** The diagnostics of a report or of a notification; undefined where they are said to be those before. */
function itemsOf(value: unknown): readonly unknown[] | undefined {
  const { items, diagnostics } = value as {
    readonly items?: readonly unknown[];
    readonly diagnostics?: readonly unknown[];
  };
  return items ?? diagnostics;
}
