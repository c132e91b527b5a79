import * as vscode from "vscode";
import type { DocumentSummary } from "../../../server/src/protocol/documents.ts";
import type { DescribeDocumentResult } from "../../../server/src/protocol/tools.ts";
import { ask } from "../requests.ts";
import type { Session } from "../session.ts";
import { today } from "../today.ts";
import { filesAt } from "./files.ts";
import { checkInWords, guidanceInWords, listInWords } from "./words.ts";

const stages = ["draft", "review", "approved", "implemented", "closed"] as const;

/** What is to be said of a document, with its path as it is told. */
interface Described {
  readonly path: string;
  readonly found: NonNullable<DescribeDocumentResult>;
}

/**
 * Registers what a chat agent may ask: how a design document stands, which there are, and what their template says. The
 * tools read; none changes anything. An editor without language models has no place for them.
 */
export function registerTools(session: Session): vscode.Disposable {
  // Editors that are built on VS Code may lack this part of its interface, whatever their version says.
  const models = vscode.lm as typeof vscode.lm | undefined;
  if (typeof models?.registerTool !== "function") return vscode.Disposable.from();

  const described = async (input: unknown, token: vscode.CancellationToken): Promise<Described> => {
    const path = textIn(input, "path") ?? "";
    const stage = stages.find((one) => one === textIn(input, "stage"));
    // A path may be one of several folders; a file that is there is meant rather than one that is not.
    let absent: Described | undefined;
    for (const uri of filesAt(path)) {
      const params = { uri: uri.toString(), ...(stage && { stage }) };
      const found = await session.ask(ask.describeDocument, params, token);
      if (found?.exists === true) return { path: vscode.workspace.asRelativePath(uri), found };
      if (found) absent ??= { path: vscode.workspace.asRelativePath(uri), found };
    }
    if (!absent) throw new Error(vscode.l10n.t("“{0}” is no design document of this workspace.", path));
    return absent;
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
      async (input, token) => listInWords(await allDocuments(session, token), filterIn(input), today()),
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
): Promise<readonly DocumentSummary[]> {
  for (let tries = 40; ; tries--) {
    const { complete, documents } = await list(session, token);
    if (complete || tries === 0 || token.isCancellationRequested) return documents.map(withFolder);
    await new Promise((done) => setTimeout(done, 250));
  }
}

/** The same, with the name of its folder before its path where several are open: else a path says too little. */
const withFolder = (one: DocumentSummary): DocumentSummary => ({
  ...one,
  path: vscode.workspace.asRelativePath(vscode.Uri.parse(one.uri)),
});

const list = (session: Session, token: vscode.CancellationToken) => session.ask(ask.documents, {}, token);

function filterIn(input: unknown): Parameters<typeof listInWords>[1] {
  const words = ["stage", "status", "text", "author", "reviewer"] as const;
  const numbers = ["olderThanDays", "newerThanDays", "limit"] as const;
  return Object.fromEntries([
    ...words.flatMap((key) => {
      const text = textIn(input, key);
      return text === undefined ? [] : [[key, text] as const];
    }),
    ...numbers.flatMap((key) => {
      const number: unknown =
        typeof input === "object" && input !== null ? Reflect.get(input, key) : undefined;
      return typeof number === "number" && Number.isFinite(number) ? [[key, number] as const] : [];
    }),
  ]);
}

function textIn(input: unknown, key: string): string | undefined {
  const value: unknown = typeof input === "object" && input !== null ? Reflect.get(input, key) : undefined;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
