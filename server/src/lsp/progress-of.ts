import type { CancellationToken } from "vscode-languageserver";
import { progress } from "../features/progress.ts";
import {
  mostProgress,
  type DocumentProgress,
  type ProgressOfParams,
  type ProgressOfResult,
} from "../protocol/documents.ts";
import { judgeInSteps, readText, type Analysis } from "../service.ts";
import type { Settings } from "../settings/settings.ts";
import type { Template } from "../template/template.ts";
import { digest } from "../text/digest.ts";
import { readSideText } from "../workspace/side-files.ts";
import { canonical } from "../workspace/uris.ts";
import type { Diagnostics } from "./diagnostics.ts";
import { stopIfCancelled } from "./guard.ts";
import type { Session } from "./session.ts";
import { statusOf } from "./status.ts";

/** How far a document has come, with what that was made of. */
interface Known {
  /** Of the text, and of the file beside it. */
  readonly digest: string;
  readonly template: Template;
  readonly settings: Settings;
  readonly progress: DocumentProgress | null;
}

/**
 * Answers {@link ProgressOfParams}. Texts of files are read one after the other, dropped, and not judged again while
 * they are the same.
 */
export function createProgressOf(
  session: Session,
  diagnostics: Pick<Diagnostics, "current">,
): (_: Session, params: ProgressOfParams, token: CancellationToken) => Promise<ProgressOfResult> {
  const known = new Map<string, Known>();
  const { turns } = session;

  const ofOpen = async (uri: string, token: CancellationToken): Promise<DocumentProgress | null> => {
    known.delete(uri);
    const shown = await diagnostics.current(uri);
    const opened = await session.opened(uri, token);
    if (!opened) return null;
    const { written, total, missing, findings } = statusOf(opened, shown);
    return { written, total, missing, findings };
  };

  const ofFile = async (uri: string, token: CancellationToken): Promise<DocumentProgress | null> => {
    await turns.pause();
    stopIfCancelled(token);
    const { scoped, baseline } = await session.standing(uri);
    const text = scoped && (await session.files.readFile(uri));
    if (!scoped || text === undefined) {
      known.delete(uri);
      return null;
    }
    const { scope, governing, claim } = scoped;
    const { template } = governing;
    const { settings } = scope;
    const side = await readSideText(session.files, uri);
    const print = `${digest(text)} ${side === undefined ? "" : digest(side)}`;
    const last = known.get(uri);
    if (last?.digest === print && last.template === template && last.settings === settings)
      return last.progress;
    await turns.pause();
    stopIfCancelled(token);
    const analysed = readText(text, template);
    const facts = await session.facts.once(uri, analysed, session.author(scope));
    const since = claim?.collection.since;
    const steps = judgeInSteps(analysed, { settings, facts, since, accepted: baseline?.accepted });
    let step = steps.next();
    while (step.done !== true) {
      await turns.pause();
      stopIfCancelled(token);
      step = steps.next();
    }
    const found = progressIn(step.value);
    known.set(uri, { digest: print, template, settings, progress: found });
    return found;
  };

  const nameOfOpen = (uri: string): string | undefined =>
    session.documents.get(uri)?.uri ?? session.documents.keys().find((one) => canonical(one) === uri);

  return async (_, { uris }, token) => {
    const found: (DocumentProgress | null)[] = [];
    for (const uri of uris.slice(0, mostProgress).map(canonical)) {
      const open = nameOfOpen(uri);
      found.push(await (open === undefined ? ofFile(uri, token) : ofOpen(open, token)));
    }
    return found;
  };
}

function progressIn(analysis: Analysis): DocumentProgress | null {
  if (analysis.ignored) return null;
  const findings = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { severity } of analysis.findings) findings[severity]++;
  return { ...progress(analysis), findings };
}
