import type { Connection } from "vscode-languageserver";
import {
  EntriesOf,
  FindFiles,
  KindOf,
  ListFolder,
  ReadFile,
  type EntriesOfParams,
  type EntriesOfResult,
  type FindFilesParams,
  type FindFilesResult,
  type KindOfParams,
  type KindOfResult,
  type ListFolderParams,
  type ListFolderResult,
  type ReadFileParams,
  type ReadFileResult,
} from "../protocol/protocol.ts";
import type { Files } from "../workspace/files.ts";
import { folderOf } from "../workspace/uris.ts";

/** The files as our client serves them: also those of remote and virtual workspaces. A failed request is an absent file. */
export function clientFiles(connection: Pick<Connection, "sendRequest">): Files {
  const ask = async <P, R>(method: string, params: P, otherwise: R): Promise<R> => {
    try {
      return await connection.sendRequest<R>(method, params);
    } catch {
      return otherwise;
    }
  };
  return {
    readFile: async (uri) =>
      (await ask<ReadFileParams, ReadFileResult>(ReadFile, { uri }, null)) ?? undefined,
    listFolder: (uri) => ask<ListFolderParams, ListFolderResult>(ListFolder, { uri }, []),
    entriesOf: (uri) => ask<EntriesOfParams, EntriesOfResult>(EntriesOf, { uri }, []),
    kindOf: async (uri) => (await ask<KindOfParams, KindOfResult>(KindOf, { uri }, null)) ?? undefined,
    async findFiles(query, folders) {
      const found = await ask<FindFilesParams, FindFilesResult>(FindFiles, query, []);
      return found.filter((uri) => folderOf(uri, folders) !== undefined);
    },
  };
}
