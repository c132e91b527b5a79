import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { it } from "node:test";

const source = join(import.meta.dirname, "../../server/src");

/** From the bottom up. A room may import itself and the rooms before it. ARCHITECTURE.md draws the same picture. */
const rooms: readonly string[] = [
  "text",
  "messages",
  "syntax",
  "template",
  "facts",
  "rules",
  "settings",
  "config",
  "features",
  "service.ts",
  "fix-all.ts",
  "workspace",
  "mermaid",
  "lsp",
  "cli",
  "hosts",
];

/** Rooms that may import less than their place in the order allows: the command line speaks no protocol. */
const narrower: Readonly<Record<string, readonly string[]>> = {
  cli: rooms.slice(0, rooms.indexOf("lsp")),
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const roomOf = (path: string): string => path.split("/")[0] ?? "";

/** Every import of one file of the server by another, with the rooms of both. */
function imports(): readonly Import[] {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.replaceAll("\\", "/"));
  return files.flatMap((file) => {
    const text = readFileSync(join(source, file), "utf8");
    const found = text.matchAll(
      /^(?:import|export)\s+(type\s)?[^;]*?from\s+"(\.[^"]+)";|^import\s+"(\.[^"]+)";/gm,
    );
    return [...found].map(([, type, from, bare]) => ({
      file,
      room: roomOf(file),
      target: roomOf(posix.join(posix.dirname(file), from ?? bare ?? "")),
      typeOnly: type !== undefined,
    }));
  });
}

/** True if `room` may import `target`. The protocol is shared with the client, so it has types from below only. */
function allowed({ room, target, typeOnly }: Import): boolean {
  if (room === target || target === "protocol") return true;
  if (room === "protocol") return typeOnly && rooms.indexOf(target) < rooms.indexOf("lsp");
  const below = narrower[room] ?? rooms.slice(0, rooms.indexOf(room));
  return below.includes(target);
}

it("rooms of the server import only downwards", () => {
  const wrong = imports().filter((found) => !allowed(found));
  assert.deepEqual(
    wrong.map(({ file, target }) => `${file} imports ${target}`),
    [],
  );
});

it("every folder of the server is a room with a place in the order", () => {
  const known = new Set([...rooms, "protocol"]);
  assert.deepEqual(
    readdirSync(source).filter((name) => !known.has(name)),
    [],
  );
});

it("imports are found at all", () => {
  assert.ok(imports().length > 50, "fewer imports than the server can have: the search is broken");
});
