import { LSPErrorCodes, ResponseError, type CancellationToken } from "vscode-languageserver";

/** Where the server writes for those who look for a fault. */
export interface Log {
  error(message: string): void;
}

/** A handler of one request. */
export type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/**
 * Wraps a request's handler: a cancelled request answers `RequestCancelled`, and a bug in one feature is
 * logged and answered by `fallback` instead of ending the server.
 */
export type Guard = <P, R>(
  name: string,
  fallback: (params: P) => R,
  run: Handler<P, R>,
) => (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** A guard that lets queued changes and cancellations in, by `nextTurn`, before work starts. */
export const createGuard =
  (log: Log, nextTurn: () => Promise<void>): Guard =>
  (name, fallback, run) =>
  async (params, token) => {
    await nextTurn();
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await run(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (token.isCancellationRequested) return cancelled();
      log.error(`${name} failed: ${described(error)}`);
      return fallback(params);
    }
  };

/** An error with its stack, for the log. */
export const described = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Ends the work on a request that nobody waits for any more. Called behind every wait. */
export function stopIfCancelled(token: CancellationToken | undefined): void {
  if (token?.isCancellationRequested === true) throw cancelled();
}

const cancelled = (): ResponseError<never> =>
  new ResponseError<never>(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
