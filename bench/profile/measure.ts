import { readdirSync, readFileSync, rmSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { nameOf, measuredWorkspace } from "../lsp/measured-document.ts";
import { ours, type Server } from "../lsp/servers.ts";
import { startSession } from "../lsp/session.ts";
import { typing } from "../lsp/strokes.ts";
import { cacheFolder, root } from "../paths.ts";
import { placesIn } from "../text/places.ts";
import { roomOf, selfTimes, type CpuProfile, type SelfTime } from "./profile.ts";

const warmUp = 300;
const strokes = 1000;

/**
 * Types in a document under V8's profiler, and comes back with where the time went, as Markdown: by room, and by
 * function. The server is built anew with readable names, so that it can be told which file they come from.
 */
export async function profileKeys(size: number, corpus: string | undefined): Promise<string> {
  const folder = cacheFolder("profile");
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  const script = join(folder, "server.js");
  await build({
    entryPoints: [join(root, "server/src/hosts/node.ts")],
    outfile: script,
    bundle: true,
    sourcemap: "external",
    platform: "node",
    format: "cjs",
    target: ["es2023", "node20"],
    mainFields: ["module", "main"],
    logLevel: "warning",
  });
  const workspace = measuredWorkspace([size], corpus);
  const document = workspace.documents[0];
  if (!document) return "";
  const server: Server = {
    ...ours,
    program: (cwd) => ({
      command: process.execPath,
      args: ["--cpu-prof", "--cpu-prof-interval", "200", "--cpu-prof-dir", folder, script, "--stdio"],
      folder: cwd,
    }),
  };
  const session = await startSession(server, workspace.folder);
  const open = session.open(document.uri, document.text);
  await open.first;
  await session.quiet(1000);
  const typed = typing(placesIn(document.text).at.middle ?? 0);
  for (let count = 0; count < warmUp; count++) await open.diagnosed(typed.next().value);
  const from = performance.now() - session.client.startedAt;
  for (let count = 0; count < strokes; count++) await open.diagnosed(typed.next().value);
  const to = performance.now() - session.client.startedAt;
  await session.client.stop();
  const file = readdirSync(folder).find((name) => name.endsWith(".cpuprofile"));
  if (file === undefined) throw new Error("The server has written no profile.");
  const profile = JSON.parse(readFileSync(join(folder, file), "utf8")) as CpuProfile;
  const map = new SourceMap(JSON.parse(readFileSync(`${script}.map`, "utf8")) as SourceMapPayload);
  return shown(selfTimes(profile, map, from, to), nameOf(size));
}

function shown(times: readonly SelfTime[], size: string): string {
  const all = times.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const rooms = new Map<string, number>();
  for (const { file, milliseconds } of times) {
    const room = roomOf(file);
    rooms.set(room, (rooms.get(room) ?? 0) + milliseconds);
  }
  const row = (names: string, milliseconds: number): string =>
    `| ${names} | ${((milliseconds / strokes) * 1000).toFixed(0)} | ${((milliseconds / all) * 100).toFixed(1)} |`;
  const byRoom = Array.from(rooms)
    .toSorted(([, one], [, other]) => other - one)
    .filter(([, milliseconds]) => milliseconds > all / 200)
    .map(([room, milliseconds]) => row(room, milliseconds));
  const byFunction = times
    .slice(0, 25)
    .map(({ name, file, milliseconds }) => row(`\`${short(name)}\` | ${file}`, milliseconds));
  const perKey = (all / strokes).toFixed(2);
  return [
    `Of ${strokes} keys in the middle of ${size}, each ${perKey} ms of the main thread, by self time:`,
    `| Room or library | µs a key | % |\n| --- | ---: | ---: |\n${byRoom.join("\n")}`,
    `| Function | File | µs a key | % |\n| --- | --- | ---: | ---: |\n${byFunction.join("\n")}`,
  ].join("\n\n");
}

/** A regular expression is named by all of its source, which has no place in a table. */
function short(name: string): string {
  const plain = name.replaceAll("|", "¦").replaceAll("`", "'");
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain;
}
