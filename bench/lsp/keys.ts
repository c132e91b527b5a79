import { setTimeout as delay } from "node:timers/promises";
import { randomFrom } from "../../test/kit/random.ts";
import type { MarkdownParser } from "../peers.ts";
import { usageOf } from "../process.ts";
import type { Figures, Key } from "../report/figures.ts";
import { quantile } from "../statistics.ts";
import { placesIn, type PlaceName } from "../text/places.ts";
import type { MeasuredDocument } from "./measured-document.ts";
import type { Server } from "./servers.ts";
import { startSession, type OpenDocument, type Stroke } from "./session.ts";
import { scattered, strokesAt, typing } from "./strokes.ts";

/** How much is typed. A series of a slow server ends when its time is over, as soon as it has the least strokes. */
export interface Effort {
  readonly warmUp: number;
  readonly strokes: number;
  readonly scattered: number;
  readonly atPlace: number;
  readonly asked: number;
  /** Milliseconds for {@link Effort.strokes}; the other series get a share of it. */
  readonly time: number;
}

/** Whether a series is measured for a server; the rest is for those that the targets name. */
export type Wanted = "all" | "main";

/**
 * One round of typing with one server: a fresh process, the document opened, strokes to warm up, then the series. Puts
 * one value of each measure into the figures.
 */
export async function typeOnce(
  server: Server,
  folder: string,
  document: MeasuredDocument,
  effort: Effort,
  wanted: Wanted,
  figures: Figures,
  parser: MarkdownParser | undefined,
): Promise<void> {
  const session = await startSession(server, folder, parser);
  const { pid } = session.client;
  const key = (measure: string, unit: Key["unit"] = "ms"): Key => ({
    part: "keys",
    subject: document.name,
    measure,
    of: server.name,
    unit,
  });
  const put = (measure: string, took: readonly number[]): void => {
    if (took.length === 0) return;
    figures.put(key(`${measure}, p50`), quantile(took, 0.5));
    figures.put(key(`${measure}, p95`), quantile(took, 0.95));
    figures.put(key(`${measure}, p99`), quantile(took, 0.99));
  };
  try {
    const open = session.open(document.uri, document.text);
    await open.first;
    await session.quiet(400);
    const places = placesIn(document.text);
    const middle = places.at.middle ?? Math.floor(document.text.length / 2);
    await series(open, typing(middle), effort.warmUp, effort.time / 4, 3);
    await restore(open, document.text);

    const before = usageOf(pid);
    const took = await series(open, typing(middle), effort.strokes, effort.time, 12);
    put("key, middle", took);
    // What is done behind the answer is part of the price of a key.
    await delay(300);
    const after = usageOf(pid);
    if (before && after) figures.put(key("CPU a key"), (after.cpu - before.cpu) / took.length);
    await restore(open, document.text);

    if (wanted === "all") {
      if (places.prose.length > 0)
        put(
          "key, random place",
          await series(
            open,
            scattered(places.prose, randomFrom(document.size)),
            effort.scattered,
            effort.time / 2,
            8,
          ),
        );
      await restore(open, document.text);
      for (const [name, offset] of Object.entries(places.at)) {
        if (name === "middle") continue;
        const strokes = strokesAt(name as PlaceName, offset);
        put(`key, ${name}`, await series(open, strokes, effort.atPlace, effort.time / 8, 4));
        await restore(open, document.text);
      }
      figures.put(key("burst"), await burst(open, middle));
      await restore(open, document.text);
      for (const method of ["documentSymbol", "completion"])
        put(method, await asked(open, typing(middle), effort, `textDocument/${method}`));
    }
    const usage = usageOf(pid);
    if (usage) figures.put(key("memory", "MB"), usage.peak);
  } finally {
    await session.client.stop();
  }
}

/** Milliseconds of each stroke until its diagnostics: `count` of them, fewer when `time` is over, but at least `least`. */
async function series(
  open: OpenDocument,
  strokes: Generator<Stroke, never>,
  count: number,
  time: number,
  least: number,
): Promise<readonly number[]> {
  const end = performance.now() + time;
  const took: number[] = [];
  while (took.length < count && (took.length < least || performance.now() < end))
    took.push((await open.diagnosed(strokes.next().value)).took);
  return took;
}

async function asked(
  open: OpenDocument,
  strokes: Generator<Stroke, never>,
  effort: Effort,
  method: string,
): Promise<readonly number[]> {
  const end = performance.now() + effort.time / 8;
  const took: number[] = [];
  while (took.length < effort.asked && (took.length < 4 || performance.now() < end))
    took.push((await open.asked(strokes.next().value, method)).took);
  return took;
}

/** Milliseconds from the last of twenty keys, 30 ms apart, to its diagnostics. */
async function burst(open: OpenDocument, offset: number): Promise<number> {
  const strokes = typing(offset);
  const begun = performance.now();
  let last = open.diagnosed(strokes.next().value);
  for (let index = 1; index < 20; index++) {
    await delay(Math.max(0, begun + index * 30 - performance.now()));
    last = open.diagnosed(strokes.next().value);
  }
  return (await last).took;
}

/** Makes the text what it was, so that the next series begins with the same one. */
async function restore(open: OpenDocument, text: string): Promise<void> {
  const now = open.text();
  if (now === text) return;
  let start = 0;
  while (start < text.length && now.charCodeAt(start) === text.charCodeAt(start)) start++;
  let end = 0;
  const most = Math.min(now.length, text.length) - start;
  while (end < most && now.charCodeAt(now.length - 1 - end) === text.charCodeAt(text.length - 1 - end)) end++;
  await open.diagnosed({ start, end: now.length - end, text: text.slice(start, text.length - end) });
}
