import * as vscode from "vscode";
import type { DescribeDocumentResult } from "../../../server/src/protocol/tools.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";
import { checkInWords, guidanceInWords, listInWords } from "./words.ts";

const stages = ["draft", "review", "approved", "implemented", "closed"] as const;

/**
 * Registers what a chat agent may ask: how a design document stands, which there are, and what their template says. The
 * tools read; none changes anything. An editor without language models has no place for them.
 */
export function registerTools(session: Session): vscode.Disposable {
  // Editors that are built on VS Code may lack this part of its interface, whatever their version says.
  const models = vscode.lm as typeof vscode.lm | undefined;
  if (typeof models?.registerTool !== "function") return vscode.Disposable.from();

  const described = async (
    input: unknown,
    token: vscode.CancellationToken,
  ): Promise<{ readonly path: string; readonly found: NonNullable<DescribeDocumentResult> }> => {
    const path = textIn(input, "path") ?? "";
    const stage = stages.find((one) => one === textIn(input, "stage"));
    const uri = fileAt(path);
    const found = await session.ask(
      ask.describeDocument,
      { uri: uri.toString(), ...(stage && { stage }) },
      token,
    );
    if (!found) throw new Error(vscode.l10n.t("“{0}” is no design document of this workspace.", path));
    return { path: vscode.workspace.asRelativePath(uri, false), found };
  };

  const tool = (
    name: string,
    says: (input: unknown) => string,
    run: (input: unknown, token: vscode.CancellationToken) => Promise<string>,
  ): vscode.Disposable =>
    models.registerTool<unknown>(name, {
      prepareInvocation: ({ input }) => ({ invocationMessage: says(input) }),
      invoke: async ({ input }, token) =>
        new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(await run(input, token))]),
    });

  return vscode.Disposable.from(
    tool(
      "design-docs_check",
      (input) => vscode.l10n.t("Checking {0}", textIn(input, "path") ?? ""),
      async (input, token) => {
        const { path, found } = await described(input, token);
        return checkInWords(path, found);
      },
    ),
    tool(
      "design-docs_list",
      () => vscode.l10n.t("Listing design documents"),
      async (input, token) => listInWords(await allDocuments(session, token), filterIn(input)),
    ),
    tool(
      "design-docs_guidance",
      (input) => vscode.l10n.t("Reading the template of {0}", textIn(input, "path") ?? ""),
      async (input, token) => {
        const { path, found } = await described(input, token);
        return guidanceInWords(path, found, textIn(input, "section"));
      },
    ),
  );
}

/** All documents, when they have been read once; those that are known after some seconds, if that takes long. */
async function allDocuments(
  session: Session,
  token: vscode.CancellationToken,
): Promise<NonNullable<Awaited<ReturnType<typeof list>>>["documents"]> {
  for (let tries = 40; ; tries--) {
    const { complete, documents } = await list(session, token);
    if (complete || tries === 0 || token.isCancellationRequested) return documents;
    await new Promise((done) => setTimeout(done, 250));
  }
}

const list = (session: Session, token: vscode.CancellationToken) => session.ask(ask.documents, {}, token);

/** The file that a model means, by a path within the workspace or by its URI. Files elsewhere are none of its business. */
function fileAt(path: string): vscode.Uri {
  if (path === "") throw new Error(vscode.l10n.t("Name the path of a design document."));
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isUri = /^[a-z][\w+.-]+:\/\//i.test(path);
  const named = isUri ? [vscode.Uri.parse(path)] : folders.map(({ uri }) => within(uri, path));
  const known = named.filter((uri) => vscode.workspace.getWorkspaceFolder(uri) !== undefined);
  const [first] = known;
  if (!first) throw new Error(vscode.l10n.t("“{0}” is not in this workspace.", path));
  return (
    known.find((uri) =>
      vscode.workspace.textDocuments.some((one) => one.uri.toString() === uri.toString()),
    ) ?? first
  );
}

/** A path of a folder, or the file system's own path where it is absolute. */
const within = (folder: vscode.Uri, path: string): vscode.Uri =>
  /^(?:[/\\]|[a-z]:[/\\])/i.test(path)
    ? folder.with({ path: vscode.Uri.file(path).path })
    : vscode.Uri.joinPath(folder, ...path.split(/[/\\]/));

function filterIn(input: unknown): Parameters<typeof listInWords>[1] {
  const [stage, text, reviewer] = ["stage", "text", "reviewer"].map((key) => textIn(input, key));
  const limit: unknown =
    typeof input === "object" && input !== null ? Reflect.get(input, "limit") : undefined;
  return {
    ...(stage !== undefined && { stage }),
    ...(text !== undefined && { text }),
    ...(reviewer !== undefined && { reviewer }),
    ...(typeof limit === "number" && Number.isFinite(limit) && { limit }),
  };
}

function textIn(input: unknown, key: string): string | undefined {
  const value: unknown = typeof input === "object" && input !== null ? Reflect.get(input, key) : undefined;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
