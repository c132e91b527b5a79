// Every command that the manifest has, where there is nothing for it: it says a sentence, asks, or does what it says.
import * as vscode from "vscode";
import { file, write } from "../kit/editor.ts";
import { equal, eventually, ok } from "../kit/expect.ts";
import { describe, it } from "../kit/runner.ts";

const id = "design-docs.design-docs";
const plain = "notes/plain.txt";

/** What these do is seen neither in a message nor among the editors: they change or open a view, or act on the server. */
const acting: ReadonlySet<string> = new Set(
  [
    "refreshDocuments",
    "groupDocumentsByFolder",
    "groupDocumentsByStatus",
    "clearDocumentFilter",
    "restartServer",
    "showOutput",
    "updateIndex",
  ].map((name) => `designDocs.${name}`),
);

interface Heard {
  /** What was said in messages. */
  readonly said: string[];
  /** What was said in the status bar, which has no room for sentences. */
  readonly hinted: string[];
  /** The titles and placeholders of what was asked. */
  readonly asked: string[];
  /** What was rejected and handled by nobody. */
  readonly unhandled: string[];
}

type Callable = (...args: readonly unknown[]) => unknown;

/** Runs `body` while all that is said and asked is noted down; questions are left as by Escape. */
async function listening(body: (heard: Heard) => Promise<void>): Promise<void> {
  const heard: Heard = { said: [], hinted: [], asked: [], unhandled: [] };
  const takeBack: (() => void)[] = [];
  const replace = (name: string, make: (before: Callable) => Callable): void => {
    const before = Reflect.get(vscode.window, name) as Callable;
    ok(Reflect.set(vscode.window, name, make(before)), `${name} cannot be listened to`);
    takeBack.push(() => void Reflect.set(vscode.window, name, before));
  };
  for (const name of ["showInformationMessage", "showWarningMessage", "showErrorMessage"])
    replace(name, () => async (sentence) => void heard.said.push(String(sentence)));
  replace("setStatusBarMessage", () => (sentence) => {
    heard.hinted.push(String(sentence));
    return new vscode.Disposable(() => undefined);
  });
  for (const name of ["showQuickPick", "showInputBox", "showWorkspaceFolderPick"])
    replace(name, () => async (first, second) => {
      const options: unknown = name === "showQuickPick" ? second : first;
      heard.asked.push(typeof options === "object" && options !== null ? JSON.stringify(options) : name);
    });
  for (const name of ["createQuickPick", "createInputBox"])
    replace(name, (before) => (...args) => {
      heard.asked.push(name);
      return Reflect.apply(before, vscode.window, args) as unknown;
    });
  const stopListening = listenToRejections((reason) => heard.unhandled.push(reason));
  try {
    await body(heard);
  } finally {
    stopListening();
    takeBack.forEach((one) => one());
  }
}

/** Notes down what our own code rejects and nobody handles, in both kinds of host. */
function listenToRejections(note: (reason: string) => void): () => void {
  const isOurs = (reason: unknown): boolean =>
    reason instanceof Error && /client\.js|designDocs/.test(reason.stack ?? "");
  const tell = (reason: unknown): void => {
    if (isOurs(reason)) note(String(reason));
  };
  const node: unknown = Reflect.get(globalThis, "process");
  if (typeof node === "object" && node !== null && "on" in node && "off" in node) {
    const call = (method: "on" | "off"): void => {
      (Reflect.get(node, method) as Callable).call(node, "unhandledRejection", tell);
    };
    call("on");
    return () => call("off");
  }
  const inWorker = (event: unknown): void => {
    if (typeof event === "object" && event !== null) tell(Reflect.get(event, "reason"));
  };
  const call = (method: "addEventListener" | "removeEventListener"): void => {
    (Reflect.get(globalThis, method) as Callable).call(globalThis, "unhandledrejection", inWorker);
  };
  call("addEventListener");
  return () => call("removeEventListener");
}

const commands = (): readonly string[] => {
  const manifest: unknown = vscode.extensions.getExtension(id)?.packageJSON;
  const { contributes } = manifest as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  };
  return contributes.commands.map(({ command }) => command);
};

const tabs = (): string =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label)).join();

/** Whether other editors are open than before, or will be within five seconds. */
const changes = (before: string): Promise<boolean> =>
  eventually("another editor", () => tabs() !== before, { limit: 5000 }).catch(() => false);

/** What somebody does who answers no question: a list, a box, or the edits of several files that are shown first. */
const leaving = ["workbench.action.closeQuickOpen", "refactorPreview.discard"];

/** Runs a command to its end, answering nothing. What comes back is what it threw. */
async function runToItsEnd(command: string): Promise<string | undefined> {
  let outcome: { readonly thrown?: string } | undefined;
  vscode.commands.executeCommand(command).then(
    () => (outcome = {}),
    (thrown: unknown) => (outcome = { thrown: String(thrown instanceof Error ? thrown.stack : thrown) }),
  );
  const { thrown } = await eventually(
    `${command} ends`,
    async () => {
      if (outcome === undefined) for (const close of leaving) await vscode.commands.executeCommand(close);
      return outcome;
    },
    { limit: 10_000 },
  );
  return thrown;
}

/** What went wrong with each command in a situation that `arrange` makes. */
async function faults(arrange: () => Promise<unknown>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const command of commands()) {
    await arrange();
    await listening(async ({ said, hinted, asked, unhandled }) => {
      const before = tabs();
      const thrown = await runToItsEnd(command);
      if (thrown !== undefined) found.push(`${command} throws ${thrown}`);
      if (unhandled.length > 0) found.push(`${command} leaves ${unhandled.join()}`);
      const odd = said.filter(
        (one) => !/[.?!]$/.test(one) || /undefined|\bnull\b|TypeError|is not a function/.test(one),
      );
      if (odd.length > 0) found.push(`${command} says ${odd.join()}`);
      const answered = said.length + hinted.length + asked.length > 0 || acting.has(command);
      // A preview shows its tab a moment after the command has ended.
      if (!answered && !(await changes(before))) found.push(`${command} says nothing and does nothing`);
    });
    await vscode.workspace.saveAll(false);
  }
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await vscode.commands.executeCommand("workbench.action.closePanel");
  return found;
}

describe("every command", () => {
  it("answers where nothing is open", async () => {
    const found = await faults(() =>
      Promise.resolve(vscode.commands.executeCommand("workbench.action.closeAllEditors")),
    );
    equal(found, []);
  });

  it("answers in a file that is plain text", async () => {
    await write(plain, "No design, and no Markdown.\n");
    const found = await faults(async () => {
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await vscode.window.showTextDocument(file(plain), { preview: false });
    });
    equal(found, []);
  });
});
