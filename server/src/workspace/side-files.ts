import type { SideFact } from "../facts/facts.ts";
import { readSide } from "../facts/side.ts";
import type { Files } from "./files.ts";
import { nameOf, parentOf, under } from "./uris.ts";

const names: readonly string[] = ["kep.yaml", "kep.yml", "metadata.yaml", "metadata.yml"];

/** Whether a document has a folder of its own, so that a file beside it may hold its header. */
export const mayHaveSide = (uri: string): boolean => /^(?:readme|index)\.(?:md|markdown)$/i.test(nameOf(uri));

/** The URI of the file beside a document that may hold its header; nothing where there is none. */
export async function sideFileOf(files: Pick<Files, "listFolder">, uri: string): Promise<string | undefined> {
  if (!mayHaveSide(uri)) return undefined;
  const folder = parentOf(uri);
  const there = new Set(await files.listFolder(folder));
  const name = names.find((one) => there.has(one));
  return name === undefined ? undefined : under(folder, name);
}

/** What a file beside a document says of it; nothing where there is none, or the document shares its folder with others. */
export async function readSideFile(files: Files, uri: string): Promise<SideFact | undefined> {
  const file = await sideFileOf(files, uri);
  const text = file === undefined ? undefined : await files.readFile(file);
  return file === undefined || text === undefined ? undefined : readSide(nameOf(file), text);
}
