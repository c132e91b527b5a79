import * as vscode from "vscode";
import { registerGuarded, type Command } from "../commands/guarded.ts";
import type { Session } from "../session.ts";
import { copyPullRequest } from "./copy-pull-request.ts";
import { followGit } from "./has-git.ts";
import { offerLinking } from "./link-action.ts";
import { linkImplementation, type GivenLinks } from "./link-implementation.ts";
import { openPullRequest, type GivenPullRequest } from "./open-pull-request.ts";

/** Registers what has to do with pull requests: their commands, and the context key that says where Git can be. */
export function registerPullRequests(session: Session, output: vscode.LogOutputChannel): vscode.Disposable {
  const commands: Readonly<Record<string, Command>> = {
    openPullRequest: (clicked, given) => openPullRequest(session, clicked, readOpening(given)),
    copyPullRequest: (clicked) => copyPullRequest(session, clicked),
    linkImplementation: (clicked, given) => linkImplementation(session, clicked, readLinks(given)),
  };
  return vscode.Disposable.from(registerGuarded(commands, output), followGit(), offerLinking());
}

/** What a key binding or another extension passed along; menus pass the selected resources here. */
function readOpening(given: unknown): GivenPullRequest {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return {};
  const [branch, confirmed, open] = ["branch", "confirmed", "open"].map((key): unknown =>
    Reflect.get(given, key),
  );
  return {
    ...(typeof branch === "string" && branch.trim() !== "" ? { branch: branch.trim() } : {}),
    ...(typeof confirmed === "boolean" ? { confirmed } : {}),
    ...(typeof open === "boolean" ? { open } : {}),
  };
}

function readLinks(given: unknown): GivenLinks {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return {};
  const links: unknown = Reflect.get(given, "links");
  return Array.isArray(links) ? { links: links.filter((one) => typeof one === "string") } : {};
}
