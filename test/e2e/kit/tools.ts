import * as vscode from "vscode";

/** What a language model tool tells for `input`; rejects with the sentence of one that refuses. */
export async function told(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : "")).join("\n");
}
