import type { CancellationToken, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../service.ts";
import type { Message } from "../messages/message.ts";
import { createBaselines, type DocumentBaseline } from "../workspace/baselines.ts";
import { rememberedSettings, type EffectiveSettings } from "../config/effective.ts";
import { rules } from "../rules/index.ts";
import type { Claim } from "../workspace/config-file.ts";
import { createConfigs, type Configs } from "../workspace/configs.ts";
import { isDesignDocument, isFile, judgedPath } from "../workspace/design-documents.ts";
import { listDocuments } from "../workspace/list-documents.ts";
import { placeOf, type Place } from "../workspace/place.ts";
import { presetNames } from "../template/preset-names.ts";
import { governsHere } from "../workspace/template-files.ts";
import { isTemplateName } from "../workspace/template-names.ts";
import { rememberedDiagrams } from "../workspace/diagrams.ts";
import { cachedFiles, type CachedFiles } from "../workspace/file-cache.ts";
import type { Handles } from "../workspace/handles.ts";
import { passTemplates } from "../workspace/pass-templates.ts";
import type { Stage } from "../template/status.ts";
import { createTemplates, type Governing } from "../workspace/templates.ts";
import { createTargets } from "../workspace/targets.ts";
import { canonical, folderOf, nameOf } from "../workspace/uris.ts";
import { createAsIf } from "./as-if.ts";
import type { Client } from "./capabilities.ts";
import { createConfigChecks, type ConfigChecks } from "./config-checks.ts";
import { documentIndex, type DocumentIndex } from "./document-index.ts";
import { createDocumentFacts, type DocumentFacts } from "./facts.ts";
import { described, stopIfCancelled, type Log } from "./guard.ts";
import { behindAnswers, type Host } from "./host.ts";
import { createLooks, type Scoped, type Standing } from "./looks.ts";
import type { OpenText } from "./open-text.ts";
import { createOpenedTemplates } from "./opened-template.ts";
import type { Scope, SettingsStore } from "./settings-store.ts";
import { createStandings } from "./standing.ts";
import { createTurns, type Turns } from "./turns.ts";
import { isDocumentName, isWatchedName } from "./watched-names.ts";

/** An open design document with everything that an answer about it is made of. */
export interface Opened {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly governing: Governing;
  readonly scope: ConfiguredScope;
  /** What was accepted of the document; nothing where it has no baseline. */
  readonly baseline?: DocumentBaseline;
  /** The stage as which somebody asked to have it judged, in place of its own. */
  readonly asIf?: Stage;
}

/** One client's state. All of it but the open documents can be read again at any time. */
export interface Session {
  readonly client: Client;
  readonly host: Host;
  readonly files: CachedFiles;
  /** What is known of open documents besides their texts. */
  readonly facts: DocumentFacts;
  readonly handles: Handles;
  /** What is known of all design documents. */
  readonly index: Pick<DocumentIndex, "keep" | "cards" | "soFar">;
  /** When work in the background gives way. */
  readonly turns: Turns;
  readonly documents: TextDocuments<OpenText>;
  readonly settings: SettingsStore;
  readonly configs: Configs;
  readonly configChecks: ConfigChecks;
  /** URIs of the workspace folders. */
  folders(): readonly string[];
  /** What holds for a file, of settings and configurations, whatever it is. */
  placed(uri: string): Promise<Placed>;
  /** URIs of the files in a workspace folder that may be design documents. */
  candidates(folder: string): Promise<readonly string[]>;
  /** Whether documents may hang on this file as on their template, or on what they have accepted. */
  isTemplate(uri: string): boolean;
  /**
   * The document with its analysis; nothing where it is not open, no design document, or asked to be left alone.
   * Throws where the request that it is for is cancelled while something is awaited.
   */
  opened(uri: string, token?: CancellationToken): Promise<Opened | undefined>;
  /** The same with what can be found at once, the worst of it first. The rest is told by `factsChanged`. */
  openedSoon(uri: string, token?: CancellationToken): Promise<Opened | undefined>;
  /** An open template with what is wrong with it; nothing where the file is none or governs nothing where it lies. */
  openedTemplate(uri: string, token?: CancellationToken): Promise<Opened | undefined>;
  /** What documents hang on besides their own texts may be another now: files, settings, folders, other documents. */
  renew(): void;
  /** What a file is judged by, open or not. */
  standing(uri: string): Promise<Standing>;
  /** The template of a design document, open or not; nothing where the file is none. */
  governing(uri: string): Promise<Governing | undefined>;
  /** The template that a collection has for a document, which need not be there yet. */
  collected(uri: string, claim: Claim): Promise<Governing>;
  /** Whether the client will tell when this file changes on disk. */
  watched(uri: string): boolean;
  /** The version of an open document that was opened or saved last. */
  savedVersion(uri: string): number | undefined;
  /** A document was opened or saved as it is. */
  saved(uri: string): void;
  /** Forgets what is kept about a document that was closed. */
  closed(uri: string): void;
  /** `Name <email>` of the person who writes: the setting's, else the one that the client told; empty where nobody is known. */
  author(scope: Scope): string;
  /** Judges this version of an open document, and no later one, as at a stage. */
  judgeAs(uri: string, version: number, stage: Stage): void;
  /** Takes the author that the client found out. */
  authorTold(author: string): void;
}

/** The settings for a file with what its configuration says. */
export interface ConfiguredScope extends Scope {
  readonly settings: EffectiveSettings;
}

/** What holds for a file. */
export interface Placed extends Place {
  /** With what its configuration says in the settings. */
  readonly scope: ConfiguredScope;
}

export interface SessionParts {
  readonly client: Client;
  readonly host: Host;
  readonly log: Log;
  readonly documents: TextDocuments<OpenText>;
  readonly settings: SettingsStore;
  folders(): readonly string[];
  /** What is known of an open document besides its text is another now. */
  factsChanged(uri: string): void;
  /** The cards of some folder are others now, or are there for the first time. */
  cardsChanged(): void;
  /** The text of a document may be another one; without a URI, any of them, or which there are. */
  documentsStale(uri?: string): void;
  /** Tells the person what is wrong with a file that others hang on; once, however often it is found. */
  warn(problem: Message): void;
}

/** Joins documents, settings, templates and files of one client. */
export function createSession(parts: SessionParts): Session {
  const { client, host, log, documents, settings, folders } = parts;
  // Clients watch their workspace folders and nothing else.
  const watched = (uri: string): boolean =>
    client.registersWatchers && folderOf(uri, folders()) !== undefined;
  // Nobody could hold the texts of thousands of documents. Templates are asked for with each of them.
  const isRemembered = (uri: string): boolean =>
    isWatchedName(nameOf(uri)) &&
    (!isDocumentName(nameOf(uri)) || isTemplateName(nameOf(uri)) || configs.names(uri));
  const files = cachedFiles(host.files(client.ours), watched, isRemembered);

  const openText = (uri: string): string | undefined =>
    (documents.get(uri) ?? documents.all().find((document) => canonical(document.uri) === uri))?.getText();
  const known = { ruleIds: rules.map(({ id }) => id), presetNames };
  const configs = createConfigs({ files, known, openText, folders, watched });
  const templates = createTemplates(files, openText, (config, uri) => configs.reaches(config, uri));
  const baselines = createBaselines(files, openText);
  const openedTemplates = createOpenedTemplates();
  const effective = rememberedSettings();

  const placed = async (uri: string): Promise<Placed> => {
    // Whoever compares with an older version, or writes a note, has no folder with configurations around it.
    const isOne = isFile(uri, folders());
    // Configurations are looked for while the client is asked for settings.
    if (isOne) configs.governing(uri).catch(() => undefined);
    const base = await settings.of(uri);
    if (!isOne) return { scope: base, config: undefined, claim: undefined, isDocument: false };
    const place = await placeOf(uri, configs, () => isDesignDocument(uri, folders(), base.rule));
    const chosen = effective(base.settings, place.config?.parsed.config, place.claim?.collection);
    return { ...place, scope: { ...base, settings: chosen } };
  };

  const scopedIn = async (uri: string, place: Placed): Promise<Scoped | undefined> => {
    const { scope, claim, config, isDocument } = place;
    if (!isDocument) return undefined;
    const governing = await templates.governing(uri, scope.folder, scope.rule, claim);
    return { scope, claim, governing: config ? { ...governing, config: config.uri } : governing };
  };

  const scopedTemplate = async (uri: string): Promise<Scoped | undefined> => scopedIn(uri, await placed(uri));

  const standings = createStandings<Standing>({
    async find(uri) {
      const place = await placed(uri);
      const [scoped, baseline] = await Promise.all([
        scopedIn(uri, place),
        baselines.of(uri, place.isDocument ? place.claim : undefined),
      ]);
      if (baseline?.problem) parts.warn(baseline.problem);
      return { place, scoped, baseline };
    },
    watched,
    later: (milliseconds, run) => host.later(milliseconds, run),
  });

  const candidates = async (folder: string): Promise<readonly string[]> =>
    listDocuments(folder, (await settings.of(folder)).settings, await configs.around(folder), files);

  const savedVersions = new Map<string, number>();
  let told = "";
  const authorFor = ({ settings: chosen }: Scope): string => chosen.author || told;

  const turns = createTurns(host);
  const index = documentIndex({
    host,
    log,
    turns,
    files,
    cacheFolder: client.options.cacheFolder,
    openText,
    documents: (folder) => candidates(folder),
    template: passTemplates({ configs, templates, folders, scope: (uri) => settings.of(uri) }),
    folders,
    stale: (uri) => parts.documentsStale(uri),
    changed(folder) {
      parts.cardsChanged();
      for (const { uri } of documents.all()) if (folderOf(uri, folders()) === folder) parts.factsChanged(uri);
    },
  });
  const { handles, cards } = index;

  const documentFacts = createDocumentFacts({
    files,
    targets: createTargets({ files, openText, folders, pause: () => turns.pause() }),
    diagrams: rememberedDiagrams(host.diagrams(client.options.diagrams)),
    history: host.history(client.ours),
    handles,
    log,
    cards,
    today: () => host.today(),
    folders,
    pause: () => behindAnswers(host),
    changed: (uri) => parts.factsChanged(uri),
  });

  const readAhead = async (folder: string): Promise<void> => {
    await behindAnswers(host);
    await handles.all(folder);
  };
  const prepared = new Set<string>();
  /** Begins to read what completions will want, behind the first answer about a document. */
  const prepare = (uri: string, { folder }: Scope): void => {
    if (prepared.has(uri) || folder === undefined) return;
    prepared.add(uri);
    readAhead(folder).catch((error: unknown) => log.error(`reading ahead failed: ${described(error)}`));
  };

  const asIf = createAsIf((uri) => parts.factsChanged(uri));
  const looks = createLooks({
    host,
    log,
    documents,
    standings,
    facts: documentFacts,
    author: authorFor,
    stage: (uri, version) => asIf.of(uri, version),
    seen: prepare,
    changed: (uri) => parts.factsChanged(uri),
  });

  return {
    client,
    host,
    files,
    facts: documentFacts,
    documents,
    settings,
    folders,
    handles,
    index,
    turns,
    configs,
    configChecks: createConfigChecks({ configs, files, ours: client.ours, openText, folders }),
    placed,
    watched,
    candidates,
    isTemplate: (uri) => isTemplateName(nameOf(uri)) || configs.names(uri),
    opened: looks.whole,
    openedSoon: looks.soon,
    async openedTemplate(uri, token) {
      const { place } = await standings.of(uri);
      stopIfCancelled(token);
      const { folder, rule } = place.scope;
      const reaches = (around: string): boolean => rule.reaches(judgedPath(around, folder));
      const document = documents.get(uri);
      const isOne = isFile(uri, folders()) && !place.isDocument && governsHere(uri, place.config, reaches);
      return document && isOne ? openedTemplates.of(document, place, host.today()) : undefined;
    },
    renew: () => standings.renew(),
    async standing(uri) {
      const found = await standings.of(uri);
      // Only of open documents it is told when they are closed.
      if (!documents.get(uri)) standings.closed(uri);
      return found;
    },
    governing: async (uri) => (await scopedTemplate(uri))?.governing,
    async collected(uri, claim) {
      const { folder, rule } = await settings.of(uri);
      return templates.governing(uri, folder, rule, claim);
    },
    savedVersion: (uri) => savedVersions.get(uri),
    saved(uri) {
      const document = documents.get(uri);
      if (document) savedVersions.set(uri, document.version);
    },
    closed(uri) {
      documentFacts.closed(uri);
      looks.closed(uri);
      asIf.closed(uri);
      openedTemplates.closed(uri);
      standings.closed(uri);
      prepared.delete(uri);
      savedVersions.delete(uri);
    },
    author: authorFor,
    judgeAs: asIf.set,
    authorTold: (author) => void (told = author.trim()),
  };
}
