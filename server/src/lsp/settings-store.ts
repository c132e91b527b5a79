import type { Message } from "../messages/message.ts";
import { toldByMarkdown } from "../settings/markdown-validate.ts";
import { parseSettings } from "../settings/parse.ts";
import type { Settings } from "../settings/settings.ts";
import { pathRule, type PathRule } from "../workspace/design-documents.ts";
import { folderOf } from "../workspace/uris.ts";

/** The settings that hold for a file, and its workspace folder. */
export interface Scope extends Chosen {
  readonly folder: string | undefined;
}

interface Chosen {
  readonly settings: Settings;
  readonly rule: PathRule;
}

/** The settings of every workspace folder, asked once. */
export interface SettingsStore {
  of(uri: string): Promise<Scope>;
  /** The client says that settings have changed; `pushed` is what it sent along. */
  changed(pushed: unknown): void;
}

/** Where settings come from and where it is told what is wrong with them. */
export interface SettingsSource {
  /** The section `designDocs` for a workspace folder; absent where the client cannot be asked. */
  readonly pull?: (folder: string | undefined) => Promise<unknown>;
  /** The section `markdown.validate` for a workspace folder, where the client is VS Code and its Markdown support is beside us. */
  readonly pullMarkdown?: (folder: string | undefined) => Promise<unknown>;
  /** What came with `initialize`. */
  readonly initial: unknown;
  readonly ruleIds: readonly string[];
  folders(): readonly string[];
  report(problem: Message): void;
  failed(error: unknown): void;
}

/** A store in which equal settings are the same object, so that what hangs on them is kept. */
export function createSettingsStore(source: SettingsSource): SettingsStore {
  const byFolder = new Map<string | undefined, Promise<Chosen>>();
  const byContent = new Map<string, Chosen>();
  let given = source.initial;

  const choose = (section: unknown, toldElsewhere: readonly string[]): Chosen => {
    const { settings: own, problems } = parseSettings(section, source.ruleIds);
    for (const problem of problems) source.report(problem);
    const settings: Settings = { ...own, toldElsewhere };
    const content = JSON.stringify(settings);
    const known = byContent.get(content);
    if (known) return known;
    const chosen = { settings, rule: pathRule(settings) };
    byContent.set(content, chosen);
    return chosen;
  };

  /** What was asked of the client, or `otherwise`: settings that cannot be had must not stop the work. */
  const pulled = async (asked: Promise<unknown> | undefined, otherwise: unknown): Promise<unknown> => {
    try {
      return asked ? await asked : otherwise;
    } catch (error) {
      source.failed(error);
      return undefined;
    }
  };

  const ask = async (folder: string | undefined): Promise<Chosen> => {
    const [section, markdown] = await Promise.all([
      pulled(source.pull?.(folder), given),
      pulled(source.pullMarkdown?.(folder), undefined),
    ]);
    return choose(section, toldByMarkdown(markdown));
  };

  return {
    async of(uri) {
      const folder = folderOf(uri, source.folders());
      const asked = byFolder.get(folder) ?? ask(folder);
      byFolder.set(folder, asked);
      return { folder, ...(await asked) };
    },
    changed(pushed) {
      byFolder.clear();
      if (isRecord(pushed) && pushed["designDocs"] !== undefined) given = pushed["designDocs"];
    },
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
