import type { Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { ConfigProblem } from "../config/config.ts";
import { toldBySchema } from "../config/told-by-schema.ts";
import { checkConfig, type CheckSources } from "../workspace/check-config.ts";
import { isConfigName } from "../workspace/config-file.ts";
import type { Configs } from "../workspace/configs.ts";
import type { Files } from "../workspace/files.ts";
import { prefixed } from "../workspace/list-documents.ts";
import { folderOf, nameOf, pathWithin } from "../workspace/uris.ts";
import { render } from "./messages.ts";
import { severities, source, toRange } from "./to-proto.ts";

/** What findings of configuration files have for the id of a rule. */
export const configRule = "configuration";

/** What is wrong with open configuration files. */
export interface ConfigChecks {
  /** A configuration file with all that is wrong with it; nothing where the document is none. */
  checked(document: TextDocument): Promise<readonly ConfigProblem[] | undefined>;
  /** Files have come or gone. */
  filesChanged(): void;
}

export interface ConfigCheckParts {
  readonly configs: Configs;
  readonly files: Files;
  /** Our own client finds files of its workspace alone. */
  readonly ours: boolean;
  openText(uri: string): string | undefined;
  folders(): readonly string[];
}

/** Checks that look for files once, until some come or go: a keystroke does not look for them again. */
export function createConfigChecks(parts: ConfigCheckParts): ConfigChecks {
  const { configs, files, openText, folders } = parts;
  const found = new Map<string, Promise<readonly string[]>>();

  const find: CheckSources["find"] = async (folder, glob, limit) => {
    const workspace = folderOf(folder, folders());
    if (workspace === undefined && parts.ours) return undefined;
    const root = workspace ?? folder;
    const include = prefixed(pathWithin(root, folder) ?? "", glob);
    const key = JSON.stringify([root, include, limit]);
    const query = { include: [include], exclude: ["**/node_modules/**"], limit };
    const asked = found.get(key) ?? files.findFiles(query, [root]);
    found.set(key, asked);
    asked.catch(() => found.delete(key));
    return asked;
  };

  return {
    async checked(document) {
      if (!isConfigName(nameOf(document.uri))) return undefined;
      for (;;) {
        const text = document.getText();
        const file = await configs.file(document.uri);
        const problems = file && (await checkConfig(file, { configs, files, openText, find }));
        // Somebody has typed in the meantime: the places are of a text that is gone.
        if (document.getText() === text) return problems;
      }
    },
    filesChanged: () => found.clear(),
  };
}

/** A problem as a diagnostic. */
export function configDiagnostic(
  document: TextDocument,
  { span, message, severity }: ConfigProblem,
): Diagnostic {
  return {
    range: toRange(document, span),
    severity: severities[severity],
    code: configRule,
    source,
    message: render(message),
  };
}

/** Those that are told by us: VS Code tells what our schema says of a file by itself, in the same places. */
export const shownProblems = (
  problems: readonly ConfigProblem[],
  { ours }: { readonly ours: boolean },
): readonly ConfigProblem[] => (ours ? problems.filter((problem) => !toldBySchema(problem)) : problems);
