import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import { progress } from "../features/progress.ts";
import { presetPrefix } from "../config/keys.ts";
import { message, type Message } from "../messages/message.ts";
import type { DocumentStatus } from "../protocol/protocol.ts";
import { readStatus } from "../template/status.ts";
import { stageOf, type Analysis } from "../service.ts";
import { isPresetName, presets, type PresetName } from "../template/presets.ts";
import { plainWords } from "../text/plain-words.ts";
import { nameOf } from "../workspace/uris.ts";
import { render } from "./messages.ts";
import type { Opened } from "./session.ts";

/** How the document stands, for the status item and for whoever asks. It counts what the editor shows. */
export function statusOf({ analysis, governing }: Opened, shown: readonly Diagnostic[]): DocumentStatus {
  const { template, reason, collection, config } = governing;
  const preset = presetOf(template.uri, collection?.template);
  const { written, total, missing } = progress(analysis);
  const count = (severity: DiagnosticSeverity): number =>
    shown.filter((diagnostic) => diagnostic.severity === severity).length;
  return {
    template: {
      name: preset === undefined ? template.name : render(presets[preset].title),
      ...(template.uri === undefined ? { preset: preset ?? "design-doc" } : { uri: template.uri }),
      reason: render(reason),
      why: render(whyInShort(reason, config)),
    },
    status: statusWord(analysis),
    // Its own, whatever it is judged as for a while.
    stage: stageOf(analysis, analysis.facts),
    written,
    total,
    missing,
    findings: {
      error: count(DiagnosticSeverity.Error),
      warning: count(DiagnosticSeverity.Warning),
      information: count(DiagnosticSeverity.Information),
      hint: count(DiagnosticSeverity.Hint),
    },
  };
}

/** The ready template that a collection names, where no file is the template. */
function presetOf(uri: string | undefined, named: string | undefined): PresetName | undefined {
  const name =
    uri === undefined && named?.startsWith(presetPrefix) === true ? named.slice(presetPrefix.length) : "";
  return isPresetName(name) ? name : undefined;
}

/** Why a template governs, in a few words. */
function whyInShort({ id }: Message, config: string | undefined): Message {
  switch (id) {
    case "config.reason-template":
    case "config.reason-preset":
      return message("why.named", { config: nameOf(config ?? "") });
    case "server.template-nearest":
    case "config.reason-nearest":
      return message("why.nearest");
    case "server.template-built-in":
    case "config.reason-built-in":
      return message("why.built-in");
    default:
      return message("why.unfit");
  }
}

/** The status of a document in its template’s word, else what is written, in plain words; empty where there is none. */
export function statusWord({ alignment, template }: Analysis): string {
  const answer = alignment.fields.find(({ wanted }) => wanted.shape === "status");
  const value = answer?.field?.value ?? "";
  return readStatus(value, template.statuses)?.name ?? plainWords(value);
}
