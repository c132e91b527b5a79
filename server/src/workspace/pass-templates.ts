import type { Template } from "../template/template.ts";
import type { Claim, ConfigFile } from "./config-file.ts";
import type { Configs } from "./configs.ts";
import { isDesignDocument, isFile, type PathRule } from "./design-documents.ts";
import type { Pass } from "./heads.ts";
import { placeIn } from "./place.ts";
import type { Templates } from "./templates.ts";
import { parentOf } from "./uris.ts";

/** By what settings say which files are design documents. */
export interface PassScope {
  /** The workspace folder. */
  readonly folder: string | undefined;
  readonly rule: PathRule;
}

export interface PassSources {
  readonly configs: Pick<Configs, "governing">;
  readonly templates: Pick<Templates, "governing">;
  folders(): readonly string[];
  scope(uri: string): Promise<PassScope>;
}

/** What all files of one folder have in common. */
interface Around {
  readonly scope: PassScope;
  readonly config: ConfigFile | undefined;
  readonly isFile: boolean;
  readonly templates: Map<Claim | undefined, Promise<Template>>;
}

/**
 * The template of a design document, or nothing where a file is none, as {@link Templates} and configurations have
 * it. In one pass, each folder is looked at once, however many documents are in it.
 */
export function passTemplates({
  configs,
  templates,
  folders,
  scope,
}: PassSources): (uri: string, pass: Pass) => Promise<Template | undefined> {
  const passes = new WeakMap<Pass, Map<string, Promise<Around>>>();

  const look = async (uri: string): Promise<Around> => ({
    scope: await scope(uri),
    config: await configs.governing(uri),
    isFile: isFile(uri, folders()),
    templates: new Map(),
  });

  return async (uri, pass) => {
    const known = passes.get(pass) ?? new Map<string, Promise<Around>>();
    passes.set(pass, known);
    const folder = parentOf(uri);
    const asked = known.get(folder) ?? look(uri);
    known.set(folder, asked);
    const around = await asked;
    if (!around.isFile) return undefined;
    const { rule, folder: workspace } = around.scope;
    const { claim, isDocument } = placeIn(around.config, uri, () => isDesignDocument(uri, folders(), rule));
    if (!isDocument) return undefined;
    const found =
      around.templates.get(claim) ??
      templates.governing(uri, workspace, rule, claim).then(({ template }) => template);
    around.templates.set(claim, found);
    return found;
  };
}
