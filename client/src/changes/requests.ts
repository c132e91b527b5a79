import { RequestType } from "vscode-languageclient";
import {
  Changes,
  ReviewLine,
  type ChangesParams,
  type ChangesResult,
  type ReviewLineParams,
  type ReviewLineResult,
} from "../../../server/src/protocol/changes.ts";

/** What the client asks the server about changes. */
export const ask = {
  changes: new RequestType<ChangesParams, ChangesResult, void>(Changes),
  reviewLine: new RequestType<ReviewLineParams, ReviewLineResult, void>(ReviewLine),
} as const;
