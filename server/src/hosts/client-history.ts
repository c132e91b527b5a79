import type { Connection } from "vscode-languageserver";
import {
  BaseText,
  FirstDay,
  LineDay,
  type BaseTextParams,
  type BaseTextResult,
  type FirstDayParams,
  type FirstDayResult,
  type LineDayParams,
  type LineDayResult,
} from "../protocol/protocol.ts";
import { noHistory, type History } from "../workspace/history.ts";

/**
 * The history as our client finds it out, from the editor's own Git extension. A failed request knows nothing.
 * The client remembers and forgets by itself, since it sees the repositories.
 */
export function clientHistory(connection: Pick<Connection, "sendRequest">): History {
  const ask = async <P, R>(method: string, params: P): Promise<R | undefined> => {
    try {
      return (await connection.sendRequest<R | null>(method, params)) ?? undefined;
    } catch {
      return undefined;
    }
  };
  return {
    base: (uri, ref) =>
      ask<BaseTextParams, NonNullable<BaseTextResult>>(BaseText, {
        uri,
        ...(ref === undefined ? {} : { ref }),
      }),
    lineDay: (uri, line) => ask<LineDayParams, NonNullable<LineDayResult>>(LineDay, { uri, line }),
    async begun(uri) {
      const day = await ask<FirstDayParams, NonNullable<FirstDayResult>>(FirstDay, { uri });
      return day === undefined ? {} : { day };
    },
    forget: noHistory.forget,
  };
}
