import { linesOf } from "../syntax/header-lines.ts";
import { yamlFields } from "../syntax/header-yaml.ts";
import { keyOf } from "../template/names.ts";
import type { SideFact, SideField } from "./facts.ts";

// A longer file is data of another kind.
const longest = 50_000;

/** What a YAML file beside a document says of it, read line by line. A text of another kind has no fields. */
export function readSide(fileName: string, text: string): SideFact {
  const source = text.slice(0, longest).replace(/^\uFEFF/, "");
  const fields = yamlFields(linesOf(source), 0).map(({ key, value }) => ({ key, value }));
  return { fileName, fields };
}

/** The status that a file beside the document says; nothing where it has none. */
export const sideStatus = (side: SideFact | undefined): SideField | undefined =>
  side?.fields.find(({ key, value }) => value !== "" && keyOf(key) === keyOf("status"));
