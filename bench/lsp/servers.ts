import { built, cache } from "../paths.ts";
import { join } from "node:path";
import type { Peers } from "../peers.ts";
import type { Program } from "./client.ts";

/** A language server that is measured. */
export interface Server {
  /** For tables. */
  readonly name: ServerName;
  program(folder: string): Program;
  /** Whether the client asks for diagnostics, or is told them. */
  readonly diagnostics: "pull" | "push";
  /** The client's settings, by section. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Told with `initialize`. */
  readonly options?: object;
}

export type ServerName =
  | "ours"
  | "rumdl"
  | "rumdl (push)"
  | "vscode-markdown"
  | "empty, raw"
  | "empty, library";

/** Where {@link buildFloors} puts the empty servers. */
export const floorFile = (name: "raw" | "library"): string => join(cache, `floor-${name}.cjs`);

const node =
  (...args: readonly string[]) =>
  (folder: string): Program => ({ command: process.execPath, args, folder });

/** VS Code leaves validation off unless somebody wants it; a linter that is off would be no peer. */
const validating = {
  server: { log: "off" },
  preferredMdPathExtensionStyle: "auto",
  occurrencesHighlight: { enabled: false },
  suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: "never" } },
  validate: {
    enabled: true,
    referenceLinks: { enabled: "warning" },
    fragmentLinks: { enabled: "warning" },
    fileLinks: { enabled: "warning", markdownFragmentLinks: "inherit" },
    ignoredLinks: [],
    unusedLinkDefinitions: { enabled: "hint" },
    duplicateLinkDefinitions: { enabled: "warning" },
  },
};

/** Our own server as other editors start it. */
export const ours: Server = {
  name: "ours",
  program: node(built("server.node.js"), "--stdio"),
  diagnostics: "pull",
  settings: {},
};

/** The floor: servers that do nothing. */
export const floors: readonly Server[] = [
  { name: "empty, raw", program: node(floorFile("raw")), diagnostics: "pull", settings: {} },
  { name: "empty, library", program: node(floorFile("library")), diagnostics: "pull", settings: {} },
];

/** The others. */
export const peerServers = ({ rumdl, vscodeMarkdown }: Peers): readonly Server[] => [
  rumdlServer(rumdl, "pull"),
  rumdlServer(rumdl, "push"),
  {
    name: "vscode-markdown",
    program: node(vscodeMarkdown, "--stdio"),
    diagnostics: "pull",
    settings: { markdown: validating },
    options: { markdownFileExtensions: ["md"] },
  },
];

const rumdlServer = (command: string, diagnostics: "pull" | "push"): Server => ({
  name: diagnostics === "pull" ? "rumdl" : "rumdl (push)",
  program: (folder) => ({ command, args: ["server"], folder }),
  diagnostics,
  settings: {},
});
