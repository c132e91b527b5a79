import { RequestType } from "vscode-languageclient";
import * as protocol from "../../../server/src/protocol/lifecycle.ts";

/** What the client asks the server about the steps of a design. */
export const askLifecycle = {
  takeStep: new RequestType<protocol.TakeStepParams, protocol.TakeStepResult, void>(protocol.TakeStep),
  checkReadiness: new RequestType<protocol.CheckReadinessParams, protocol.CheckReadinessResult, void>(
    protocol.CheckReadiness,
  ),
  successorChoices: new RequestType<protocol.SuccessorChoicesParams, protocol.SuccessorChoicesResult, void>(
    protocol.SuccessorChoices,
  ),
} as const;
