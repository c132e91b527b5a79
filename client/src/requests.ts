import { NotificationType, RequestType } from "vscode-languageclient";
import {
  BaseText,
  DidChangeAuthor,
  DidChangeHistory,
  DidChangeStatus,
  EntriesOf,
  FindFiles,
  FirstDay,
  InsertMissing,
  KindOf,
  KnownHandles,
  LineDay,
  ListFolder,
  NewDocument,
  NewFileName,
  NextIncomplete,
  ReadFile,
  Status,
  type BaseTextParams,
  type BaseTextResult,
  type DidChangeAuthorParams,
  type DidChangeHistoryParams,
  type DidChangeStatusParams,
  type EntriesOfParams,
  type EntriesOfResult,
  type FindFilesParams,
  type FindFilesResult,
  type FirstDayParams,
  type FirstDayResult,
  type InsertMissingParams,
  type InsertMissingResult,
  type KindOfParams,
  type KindOfResult,
  type KnownHandlesParams,
  type KnownHandlesResult,
  type LineDayParams,
  type LineDayResult,
  type ListFolderParams,
  type ListFolderResult,
  type NewDocumentParams,
  type NewDocumentResult,
  type NewFileNameParams,
  type NewFileNameResult,
  type NextIncompleteParams,
  type NextIncompleteResult,
  type ReadFileParams,
  type ReadFileResult,
  type StatusParams,
  type StatusResult,
} from "../../server/src/protocol/protocol.ts";

/** What the client asks the server beyond LSP, with the types of question and answer. */
export const ask = {
  status: new RequestType<StatusParams, StatusResult, void>(Status),
  newFileName: new RequestType<NewFileNameParams, NewFileNameResult, void>(NewFileName),
  newDocument: new RequestType<NewDocumentParams, NewDocumentResult, void>(NewDocument),
  knownHandles: new RequestType<KnownHandlesParams, KnownHandlesResult, void>(KnownHandles),
  insertMissing: new RequestType<InsertMissingParams, InsertMissingResult | null, void>(InsertMissing),
  nextIncomplete: new RequestType<NextIncompleteParams, NextIncompleteResult | null, void>(NextIncomplete),
} as const;

/** What the server asks the client. */
export const answer = {
  readFile: new RequestType<ReadFileParams, ReadFileResult, void>(ReadFile),
  listFolder: new RequestType<ListFolderParams, ListFolderResult, void>(ListFolder),
  entriesOf: new RequestType<EntriesOfParams, EntriesOfResult, void>(EntriesOf),
  kindOf: new RequestType<KindOfParams, KindOfResult, void>(KindOf),
  findFiles: new RequestType<FindFilesParams, FindFilesResult, void>(FindFiles),
  baseText: new RequestType<BaseTextParams, BaseTextResult, void>(BaseText),
  firstDay: new RequestType<FirstDayParams, FirstDayResult, void>(FirstDay),
  lineDay: new RequestType<LineDayParams, LineDayResult, void>(LineDay),
} as const;

/** What the client tells the server. */
export const tell = {
  didChangeAuthor: new NotificationType<DidChangeAuthorParams>(DidChangeAuthor),
  didChangeHistory: new NotificationType<DidChangeHistoryParams>(DidChangeHistory),
} as const;

/** What the server tells the client. */
export const told = {
  didChangeStatus: new NotificationType<DidChangeStatusParams>(DidChangeStatus),
} as const;
