import type { Files } from "../workspace/files.ts";
import { nodeFiles, toPath } from "./node-files.ts";

/**
 * Files of this machine as it has them, and those of other schemes as `client` serves them. Which files a workspace
 * has is the client's to say, since the user hides some of them there.
 */
export function localFiles(client: Files): Files {
  const of = (uri: string): Files => (toPath(uri) === undefined ? client : nodeFiles);
  return {
    readFile: async (uri) => (await of(uri).readFile(uri))?.replace(/^\uFEFF/, ""),
    readStart: async (uri, length) => {
      const start = await of(uri).readStart?.(uri, length);
      return start && { ...start, text: start.text.replace(/^\uFEFF/, "") };
    },
    listFolder: (uri) => of(uri).listFolder(uri),
    entriesOf: (uri) => of(uri).entriesOf(uri),
    kindOf: (uri) => of(uri).kindOf(uri),
    findFiles: (query, folders) => client.findFiles(query, folders),
  };
}
