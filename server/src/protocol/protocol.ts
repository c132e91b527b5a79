/**
 * The requests and notifications of ours that go beyond LSP, with their types. Both halves import this
 * file; it imports nothing. Positions are LSP's: lines and UTF-16 characters from 0.
 */

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** What our client tells the server with `initialize`. A client that tells nothing is an ordinary LSP editor. */
export interface InitializationOptions {
  /**
   * The client answers {@link ReadFile}, {@link ListFolder}, {@link FindFiles}, {@link BaseText} and
   * {@link LineDay}; else the server's host reads the files and asks Git. A server on the client's machine reads
   * files of the scheme `file` itself.
   */
  readonly servesFiles?: boolean;
  /** Where a rule's page is opened, with `{rule}` for the rule's id. Without it the host's own pages are named. */
  readonly rulePage?: string;
  /** The URL of `dist/mermaid.js`, for a server in a web worker. Without it diagrams are not checked there. */
  readonly diagrams?: string;
  /**
   * The URI or path of a folder for what may be kept from one start of the server to the next. It is made where it
   * is missing, and may be deleted at any time. Without it nothing is kept.
   */
  readonly cacheFolder?: string;
  /** The translated strings, as `vscode.l10n.bundle` has them. */
  readonly l10n?: Readonly<Record<string, string>>;
  /** The settings of the section `designDocs`, for clients without `workspace/configuration`. */
  readonly settings?: unknown;
}

/** Server to client: the text of a file (UTF-8, without judging it), or null where it cannot be read. */
export const ReadFile = "designDocs/readFile";
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = string | null;

/** Server to client: the names of the files (not folders) directly in a folder; none where there is no such folder. */
export const ListFolder = "designDocs/listFolder";
export interface ListFolderParams {
  readonly uri: string;
}
export type ListFolderResult = readonly string[];

/** Server to client: the files and folders directly in a folder; none where there is no such folder. */
export const EntriesOf = "designDocs/entriesOf";
export interface EntriesOfParams {
  readonly uri: string;
}
export type EntriesOfResult = readonly { readonly name: string; readonly kind: "file" | "folder" }[];

/** Server to client: what stands at a URI, or null where nothing does. */
export const KindOf = "designDocs/kindOf";
export interface KindOfParams {
  readonly uri: string;
}
export type KindOfResult = "file" | "folder" | null;

/** Server to client: the URIs of the workspace's files that match one of the globs, relative to their workspace folder. */
export const FindFiles = "designDocs/findFiles";
export interface FindFilesParams {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** At most so many. */
  readonly limit: number;
}
export type FindFilesResult = readonly string[];

/**
 * Server to client: a file as it was at the commit `ref`, or without one where the branch left the default
 * branch; null where version control does not say. `text` is absent where the file did not exist there.
 */
export const BaseText = "designDocs/baseText";
export interface BaseTextParams {
  readonly uri: string;
  readonly ref?: string;
}
export type BaseTextResult = {
  /** The commit's whole hash. */
  readonly ref: string;
  readonly text?: string;
} | null;

/**
 * Server to client: the day (`YYYY-MM-DD`, in the author's time zone) of the commit that last set the first line
 * of the file that reads `line`, which is without its ending; null where none did or version control does not say.
 */
export const LineDay = "designDocs/lineDay";
export interface LineDayParams {
  readonly uri: string;
  readonly line: string;
}
export type LineDayResult = string | null;

/**
 * Server to client: the day (`YYYY-MM-DD`) on which the file was first committed; null where it never was, or
 * version control does not say.
 */
export const FirstDay = "designDocs/firstDay";
export interface FirstDayParams {
  readonly uri: string;
}
export type FirstDayResult = string | null;

/** Client to server: commits or branches have changed, so what version control answers may have. */
export const DidChangeHistory = "designDocs/didChangeHistory";
export type DidChangeHistoryParams = Readonly<Record<string, never>>;

/**
 * Client to server: who writes, as `Name <email>`, where Git says so; it counts where the setting names nobody.
 * Sent when it is known, since asking Git takes its time.
 */
export const DidChangeAuthor = "designDocs/didChangeAuthor";
export interface DidChangeAuthorParams {
  readonly author: string;
}

/** Client to server: how a document stands; null where it is no design document. */
export const Status = "designDocs/status";
export interface StatusParams {
  readonly uri: string;
}
export type StatusResult = DocumentStatus | null;

/** Server to client: {@link DocumentStatus} of an open document is another now; null: no design document any more. */
export const DidChangeStatus = "designDocs/didChangeStatus";
export interface DidChangeStatusParams {
  readonly uri: string;
  readonly status: DocumentStatus | null;
}

export interface DocumentStatus {
  readonly template: {
    /** What people call it: the path within the workspace, or the built-in template's name. */
    readonly name: string;
    /** Absent for those that are no file of the workspace. */
    readonly uri?: string;
    /** Which ready template it is, where it has no `uri`: the `name` of one of {@link Presets}. */
    readonly preset?: string;
    /** One sentence: why this one governs the document. */
    readonly reason: string;
    /** The same in a few words, for where a sentence has no room. */
    readonly why: string;
  };
  /** The status word as written, upper case where it is known; empty where there is none. */
  readonly status: string;
  readonly stage: "draft" | "review" | "approved" | "implemented" | "closed";
  /** Sections of the template that are written, out of all that the template requires or the document has. */
  readonly written: number;
  readonly total: number;
  readonly missing: readonly string[];
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly information: number;
    readonly hint: number;
  };
}

/**
 * Client to server: which kinds of document New Design Doc can make for a folder. The first is what it makes
 * where nobody is asked; with a single one there is nothing to ask.
 */
export const DocumentKinds = "designDocs/documentKinds";
export interface DocumentKindsParams {
  /** As in {@link NewFileNameParams}. */
  readonly folder: string;
  readonly chosen: boolean;
}
export interface DocumentKindsResult {
  readonly kinds: readonly DocumentKind[];
  /** The folder that was chosen says which kind it is, so the first one can be taken without asking. */
  readonly decided: boolean;
}
export interface DocumentKind {
  /** For {@link NewFileNameParams} and {@link NewDocumentParams}; to be kept no longer than the command runs. */
  readonly id: string;
  /** The team's template, one of its collections, or a preset that no file of the workspace names. */
  readonly source: "template" | "collection" | "preset";
  /** For people: the template's title, such as `Design Document` or `RFC`. */
  readonly title: string;
  /** For people: what it is for, or which template it is made of. */
  readonly detail: string;
  /** Where the document goes, relative to the workspace folder; empty for the folder itself. */
  readonly path: string;
}

/** Client to server: the presets, which are ready templates, in the order in which they are offered. */
export const Presets = "designDocs/presets";
export interface PresetsParams {
  /** The URI of a workspace folder, in which customary places that are there stand in for the presets' own. */
  readonly folder?: string;
}
export type PresetsResult = readonly PresetInfo[];
export interface PresetInfo {
  /** What `preset:NAME` in a configuration file says. */
  readonly name: string;
  /** For people: `Design document`. */
  readonly title: string;
  /** One sentence: what it is for. */
  readonly summary: string;
  /** Where its documents are, or would be kept unless somebody says otherwise, relative to the workspace folder. */
  readonly folder: string;
  /** The pattern of their names: `{date}-{title}-design.md`. */
  readonly fileName: string;
}

/**
 * Client to server: what Set Up Design Docs would write into a workspace folder, so that the client can do it as one
 * edit that can be undone. Nothing that exists is overwritten. Fails with a sentence for people where the
 * configuration file that is there cannot be read.
 */
export const SetUp = "designDocs/setUp";
export interface SetUpParams {
  /** The URI of the workspace folder. */
  readonly folder: string;
  /** The `name` of one of {@link Presets}. */
  readonly preset: string;
  /** Where the documents go, relative to `folder`; the preset's own folder where it is absent. */
  readonly designFolder?: string;
}
export interface SetUpResult {
  /** Files to create. None of them exists. */
  readonly files: readonly { readonly uri: string; readonly text: string }[];
  /** Edits of files that exist: the configuration, which gets one more collection. */
  readonly edits: readonly {
    readonly uri: string;
    /** Of the open document that they were made for; null where it is not open. */
    readonly version: number | null;
    readonly edits: readonly { readonly range: Range; readonly newText: string }[];
  }[];
  /** Sentences for people about what was there already and is left as it is. */
  readonly notes: readonly string[];
  /** What to show when all is written: the template, to be edited; null where there is nothing to show. */
  readonly open: string | null;
}

/**
 * Client to server: what could be set up, since a Markdown file looks like a design document or like a template of
 * such; null where it does not, where it is one already, and where somebody has left it out.
 */
export const Suggestion = "designDocs/suggestion";
export interface SuggestionParams {
  readonly uri: string;
}
export type SuggestionResult = {
  /** One sentence for people: what the files look like. */
  readonly text: string;
  /** The same as a question of a few words, for where a sentence has no room. */
  readonly short: string;
  /** The folder that would be set up, relative to the workspace folder; empty for that folder itself. */
  readonly folder: string;
  /** What people call the template that would be used; absent where none was found and one has to be chosen. */
  readonly template?: string;
} | null;

/** Client to server: which templates a design document could have. */
export const TemplateChoices = "designDocs/templateChoices";
export interface TemplateChoicesParams {
  readonly uri: string;
}
export interface TemplateChoicesResult {
  /** What the choice is for: the globs of the collection, or the folder. */
  readonly subject: string;
  readonly choices: readonly TemplateChoice[];
}
export interface TemplateChoice {
  /** The URI of a file, `preset:NAME`, or null for the nearest template, else the built-in one. */
  readonly template: string | null;
  readonly title: string;
  readonly detail: string;
  /** It governs the document now. */
  readonly current: boolean;
}

/** Client to server: how a wish about a document changes the configuration. The client applies it. */
export const ChangeConfiguration = "designDocs/changeConfiguration";
export interface ChangeConfigurationParams {
  readonly uri: string;
  readonly wish:
    /** What {@link Suggestion} answers now. */
    | { readonly kind: "adopt" }
    /** As in {@link TemplateChoice}. */
    | { readonly kind: "template"; readonly template: string | null }
    | { readonly kind: "switchOff"; readonly scope: "document" | "folder" | "workspace" };
}
export type ChangeConfigurationResult =
  | (Pick<SetUpResult, "files" | "edits"> & {
      readonly kind: "file";
      /** The configuration, and where in it stands what was changed, once it is. */
      readonly uri: string;
      readonly range: Range;
      /** The glob by which documents were left out; absent where none was. */
      readonly glob?: string;
    })
  /** One more glob in the setting `designDocs.exclude` of the workspace folder. */
  | { readonly kind: "setting"; readonly glob: string }
  /** Nothing can be changed: the file has a fault, or there is nothing to change. `uri` is the file, where there is one. */
  | { readonly kind: "refused"; readonly uri?: string };

/** Client to server: the configuration that holds for a file or folder, and where it speaks of it; null where there is none. */
export const ConfigurationOf = "designDocs/configurationOf";
export interface ConfigurationOfParams {
  readonly uri: string;
}
export type ConfigurationOfResult = { readonly uri: string; readonly range: Range } | null;

/** Client to server: what a new document would be named. Asked at each keystroke of the title. */
export const NewFileName = "designDocs/newFileName";
export interface NewFileNameParams {
  readonly title: string;
  /** The folder that was clicked, or the workspace folder; the server chooses `docs/designs/` in the latter. */
  readonly folder: string;
  /** True where the person chose that very folder, so it is kept if it is inside the include rule. */
  readonly chosen: boolean;
  /** The `id` of one of {@link DocumentKinds}; the kind that the folder says where it is absent. */
  readonly kind?: string;
}
export interface NewFileNameResult {
  readonly uri: string;
  /** Relative to its workspace folder, with forward slashes. */
  readonly path: string;
  /** The name is taken. */
  readonly exists: boolean;
  /** Only where `exists`: the next free one. */
  readonly free?: { readonly uri: string; readonly path: string };
}

/** Client to server: the text of a new document for `uri`, from the template that will govern it. */
export const NewDocument = "designDocs/newDocument";
export interface NewDocumentParams {
  readonly uri: string;
  readonly title: string;
  /** `Name <email>`; the template's placeholder stays where it is absent. */
  readonly author?: string;
  /** Handles with `@`; the template's placeholder stays where there is none. */
  readonly reviewers: readonly string[];
  /** The `id` of one of {@link DocumentKinds}, as {@link NewFileName} was asked with. */
  readonly kind?: string;
}
export interface NewDocumentResult {
  /** The text to write to the file. */
  readonly text: string;
  /** The same text as an LSP snippet, with tab stops through what is to be written. */
  readonly snippet: string;
}

/** Client to server: the handles that are known for a workspace folder, most frequent first. */
export const KnownHandles = "designDocs/knownHandles";
export interface KnownHandlesParams {
  readonly folder: string;
}
export type KnownHandlesResult = readonly KnownHandle[];
export interface KnownHandle {
  /** With `@`. */
  readonly handle: string;
  /** Where it was seen, for people: `CODEOWNERS`, `3 design documents`. */
  readonly detail: string;
}

/** Client to server: the edits that insert every missing section; empty where none is missing, null for no design document. */
export const InsertMissing = "designDocs/insertMissing";
export interface InsertMissingParams {
  readonly uri: string;
  /** The one section of the template that is inserted, by its place in it and its title; all that are missing without it. */
  readonly only?: { readonly index: number; readonly title: string };
}
export interface InsertMissingResult {
  readonly titles: readonly string[];
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** Client to server: where the next section after `position` that is empty, placeholder or missing stands; wraps round. */
export const NextIncomplete = "designDocs/nextIncomplete";
export interface NextIncompleteParams {
  readonly uri: string;
  readonly position: Position;
}
export interface NextIncompleteResult {
  /** What to select: the placeholder, the place to write, or the heading that a missing section should follow. */
  readonly range: Range;
  readonly title: string;
  readonly state: "empty" | "placeholder" | "missing" | "unfilled";
}
