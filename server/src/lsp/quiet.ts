import { readable } from "../syntax/document.ts";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Message } from "../messages/message.ts";
import type { Rule } from "../rules/rule.ts";
import type { Analysis, Finding } from "../service.ts";
import { partExtent, partHeading } from "../template/parts.ts";
import { lineAt } from "../text/lines.ts";
import { meets, touches } from "../text/span.ts";

type Waiting = NonNullable<Rule["waitsFor"]>;

/**
 * For how many milliseconds nobody must have typed before a finding appears where the person writes. Whoever
 * looks through a list of status words takes longer than whoever thinks of the next word.
 */
export const pauses: Readonly<Record<Waiting, number>> = { line: 1000, section: 2000, value: 3000 };

const longest = Math.max(...Object.values(pauses));

/** Keeps findings back from the place where somebody is typing, until there is a pause. */
export interface Quiet {
  /** A document was changed; `document` is what it became. */
  changed(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): void;
  /**
   * Of the findings, those to be shown now; the same array while neither they nor the pause are others. What has been
   * shown before stays.
   */
  shown(uri: string, analysis: Analysis): readonly Finding[];
  closed(uri: string): void;
}

interface Typing {
  /** Behind what was typed last, in the text as it is now. */
  readonly offset: number;
  /** For how long nobody has typed, as far as timers have told. */
  rested: number;
  cancel: () => void;
}

/** What was shown last, and for which analysis and which pause. */
interface Shown {
  readonly analysis: Analysis;
  readonly state: Typing | undefined;
  readonly rested: number | undefined;
  readonly findings: readonly Finding[];
  readonly keys: ReadonlySet<string>;
}

/** Calls `run` once, so many milliseconds later, unless what comes back is called before. */
export type Later = (milliseconds: number, run: () => void) => () => void;

/** `refresh` is called when findings that were kept back are to be shown. */
export function createQuiet(later: Later, refresh: (uri: string) => void): Quiet {
  const typing = new Map<string, Typing>();
  const shownBefore = new Map<string, Shown>();
  const keptBack = new Map<string, number>();

  const wait = (uri: string, state: Typing): void => {
    const next = Object.values(pauses)
      .filter((pause) => pause > state.rested)
      .toSorted((a, b) => a - b)
      .at(0);
    if (next === undefined) return void typing.delete(uri);
    state.cancel = later(next - state.rested, () => {
      state.rested = next;
      if (next >= longest) typing.delete(uri);
      else wait(uri, state);
      // Only where this very pause was waited for is there something new to show.
      if ((keptBack.get(uri) ?? Infinity) <= next) refresh(uri);
    });
  };

  return {
    changed(document, changes) {
      const { uri } = document;
      typing.get(uri)?.cancel();
      typing.delete(uri);
      const offset = placeOfTyping(document, changes);
      if (offset === undefined) return;
      const state: Typing = { offset, rested: 0, cancel: () => undefined };
      typing.set(uri, state);
      wait(uri, state);
    },
    shown(uri, analysis) {
      const state = typing.get(uri);
      const last = shownBefore.get(uri);
      const rested = state?.rested;
      if (last?.analysis === analysis && last.state === state && last.rested === rested) return last.findings;
      const before = last?.keys;
      let soonest = Infinity;
      const findings = analysis.findings.filter((finding) => {
        const waiting = finding.rule.waitsFor ?? "line";
        if (!state || !before || before.has(keyOf(finding)) || state.rested >= pauses[waiting]) return true;
        if (!isAt(finding, waiting, state.offset, analysis)) return true;
        soonest = Math.min(soonest, pauses[waiting]);
        return false;
      });
      if (soonest === Infinity) keptBack.delete(uri);
      else keptBack.set(uri, soonest);
      shownBefore.set(uri, { analysis, state, rested, findings, keys: new Set(findings.map(keyOf)) });
      return findings;
    },
    closed(uri) {
      typing.get(uri)?.cancel();
      typing.delete(uri);
      shownBefore.delete(uri);
      keptBack.delete(uri);
    },
  };
}

/** Behind what one hand has typed or deleted; nothing for a replaced text, a paste of lines, or changes in several places. */
function placeOfTyping(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
): number | undefined {
  const [change, ...more] = changes;
  if (!change || more.length > 0 || !("range" in change)) return undefined;
  const lines = change.text.split(/\r\n|\n|\r/).length - 1;
  if (lines > 1 || change.range.end.line - change.range.start.line > 1) return undefined;
  // The text before a change is as it was, so its start is still the same place.
  return document.offsetAt(change.range.start) + change.text.length;
}

/** A finding as people see it, wherever it has moved to. */
function keyOf({ rule, message }: Finding): string {
  const known = written.get(message);
  if (known?.rule === rule) return known.key;
  const key = `${rule.id} ${JSON.stringify(message)}`;
  written.set(message, { rule, key });
  return key;
}

const written = new WeakMap<Message, { readonly rule: Rule; readonly key: string }>();

/** Whether a finding is about the line, or the section, in which the offset lies. */
function isAt({ problem }: Finding, waiting: Waiting, offset: number, { doc, alignment }: Analysis): boolean {
  const line = lineAt(readable(doc), Math.min(offset, readable(doc).length));
  if (meets(line, problem.span)) return true;
  if (waiting !== "section") return false;
  const part = alignment.parts.findLast((one) => partHeading(doc, one).start <= problem.span.start);
  return part !== undefined && touches(partExtent(doc, part), offset);
}
