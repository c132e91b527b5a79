import { RequestType } from "vscode-languageclient";
import {
  LinkImplementation,
  PullRequest,
  type LinkImplementationParams,
  type LinkImplementationResult,
  type PullRequestParams,
  type PullRequestResult,
} from "../../../server/src/protocol/pull-request.ts";

/** What the client asks the server about pull requests. */
export const ask = {
  pullRequest: new RequestType<PullRequestParams, PullRequestResult, void>(PullRequest),
  linkImplementation: new RequestType<LinkImplementationParams, LinkImplementationResult, void>(
    LinkImplementation,
  ),
} as const;
