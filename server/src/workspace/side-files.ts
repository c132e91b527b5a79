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

/** The text of the file beside a document that may hold its header; nothing where there is none. */
export async function readSideText(
  files: Pick<Files, "listFolder" | "readFile">,
  uri: string,
): Promise<string | undefined> {
  const file = await sideFileOf(files, uri);
  return file === undefined ? undefined : files.readFile(file);
}

/** Whether a file may hold the header of a document beside it, by its name. */
export const isSideFile = (uri: string): boolean => names.includes(nameOf(uri));

/** The URIs of the documents of which a file holds the header, if it does. */
export async function documentsBeside(
  files: Pick<Files, "listFolder">,
  file: string,
): Promise<readonly string[]> {
  const folder = parentOf(file);
  return (await files.listFolder(folder)).map((name) => under(folder, name)).filter(mayHaveSide);
}

/** What a file beside a document says of it; nothing where there is none, or the document shares its folder with others. */
export async function readSideFile(files: Files, uri: string): Promise<SideFact | undefined> {
  const file = await sideFileOf(files, uri);
  const text = file === undefined ? undefined : await files.readFile(file);
  return file === undefined || text === undefined ? undefined : readSide(nameOf(file), text);
}
