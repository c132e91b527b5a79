import { newDocument } from "../features/new-document.ts";
import type * as protocol from "../protocol/protocol.ts";
import { builtInTemplate } from "../template/built-in.ts";
import { defaultPattern, formatName, parsePattern, type NamePattern } from "../template/name-pattern.ts";
import { presetNames, presets, presetTemplate, type PresetName } from "../template/presets.ts";
import type { Template } from "../template/template.ts";
import { claimOn, type Claim } from "../workspace/config-file.ts";
import { judgedPath } from "../workspace/design-documents.ts";
import {
  byChoice,
  collectionKinds,
  kindText,
  readKind,
  type CollectionKind,
  type KindId,
} from "../workspace/kinds.ts";
import { folderForNew } from "../workspace/new-file.ts";
import { customaryPattern, nameForNew, patternInFolders } from "../workspace/new-name.ts";
import { folderOf, nameOf, pathWithin, under } from "../workspace/uris.ts";
import { render } from "./messages.ts";
import type { Session } from "./session.ts";

/** A kind of document that can be made, and where. */
interface Kind {
  readonly id: KindId;
  readonly title: string;
  readonly detail: string;
  /** The URI of the folder for it. */
  readonly folder: string;
  readonly pattern: NamePattern;
}

interface Kinds {
  readonly workspaceFolder: string;
  readonly kinds: readonly [Kind, ...Kind[]];
  readonly decided: boolean;
}

type Place = Pick<protocol.DocumentKindsParams, "folder" | "chosen">;

/** Answers {@link protocol.DocumentKinds}. */
export async function documentKinds(
  session: Session,
  place: protocol.DocumentKindsParams,
): Promise<protocol.DocumentKindsResult> {
  const { workspaceFolder, kinds, decided } = await kindsAt(session, place);
  return {
    decided,
    kinds: kinds.map(({ id, title, detail, folder }) => ({
      id: kindText(id),
      source: id.source,
      title,
      detail,
      path: pathWithin(workspaceFolder, folder) ?? "",
    })),
  };
}

/** Answers {@link protocol.NewFileName}. */
export async function newFileName(
  session: Session,
  { title, kind, ...place }: protocol.NewFileNameParams,
): Promise<protocol.NewFileNameResult> {
  const { workspaceFolder, kinds } = await kindsAt(session, place);
  const { folder, pattern } = kinds.find(({ id }) => kindText(id) === kind) ?? kinds[0];
  const named = (name: string): { uri: string; path: string } => {
    const uri = under(folder, ...name.split("/"));
    return { uri, path: pathWithin(workspaceFolder, uri) ?? name };
  };
  const date = session.host.today();
  const { name, free } = await nameForNew(pattern, { title, date }, folder, session.files);
  return free === undefined
    ? { ...named(name), exists: false }
    : { ...named(name), exists: true, free: named(free) };
}

/** Answers {@link protocol.NewDocument}. */
export async function newText(
  session: Session,
  { uri, title, author, reviewers, kind }: protocol.NewDocumentParams,
): Promise<protocol.NewDocumentResult> {
  const template = await templateFor(session, uri, readKind(kind));
  const date = session.host.today();
  return newDocument(template, { title, date, reviewers, ...(author === undefined ? {} : { author }) });
}

/** The template of the preset or the collection that was chosen, else the one that will govern the document, else the built-in one. */
async function templateFor(session: Session, uri: string, kind: KindId | undefined): Promise<Template> {
  if (kind?.source === "preset") return presetTemplate(kind.preset);
  if (kind?.source === "collection") {
    const claim = (await session.configs.governing(uri))?.claims?.[kind.index];
    if (claim) return (await session.collected(uri, claim)).template;
  }
  return (await session.governing(uri))?.template ?? builtInTemplate();
}

/** The kinds that can be made from a folder: the collections of its configuration, else what the settings say. */
async function kindsAt(session: Session, place: Place): Promise<Kinds> {
  const config = await session.configs.governing(under(place.folder, "x.md"));
  const found = config ? collectionKinds(config) : [];
  const { kinds, decided } = byChoice(found, place.chosen ? place.folder : undefined);
  const [first, ...others] = kinds;
  if (!first) return kindsBySettings(session, place);
  return {
    workspaceFolder: folderOf(place.folder, session.folders()) ?? place.folder,
    kinds: [
      await collectionKind(session, place, first),
      ...(await Promise.all(others.map((one) => collectionKind(session, place, one)))),
    ],
    decided,
  };
}

/** A collection as a kind, in the chosen folder where that is inside the collection's own. */
async function collectionKind(
  session: Session,
  { folder, chosen }: Place,
  { claim, folder: own, pattern: said, fileName }: CollectionKind,
): Promise<Kind> {
  const isFlat = fileName === undefined && (said?.segments.length ?? 1) === 1;
  const fits =
    said === undefined ? isFlat : takes(claim, folder, said) || (isFlat && !takes(claim, own, said));
  const place = chosen && fits && pathWithin(own, folder) !== undefined ? folder : own;
  const { template } = await session.collected(under(place, "x.md"), claim);
  const beside = (await session.files.entriesOf(place)).map(({ name }) => name);
  const pattern =
    said ??
    (fileName === undefined ? customaryPattern(template, beside) : patternInFolders(fileName, beside));
  return {
    id: { source: "collection", index: claim.number - 1 },
    title: template.title ?? nameOf(own),
    detail: template.name,
    folder: place,
    pattern,
  };
}

/** Whether a collection takes a document that is named by a pattern in a folder. */
function takes(claim: Claim, folder: string, pattern: NamePattern): boolean {
  const name = formatName(pattern, { title: "title", date: "2026-01-05", number: 1 });
  return claimOn(claim.config, under(folder, ...name.split("/")))?.number === claim.number;
}

/** The one kind of the template that governs where new documents go, and the presets. */
async function kindsBySettings(session: Session, { folder, chosen }: Place): Promise<Kinds> {
  const { settings, rule } = await session.settings.of(folder);
  const workspaceFolder = folderOf(folder, session.folders()) ?? folder;
  const isReached = chosen && rule.reaches(judgedPath(folder, workspaceFolder));
  const place = folderForNew(chosen ? folder : undefined, workspaceFolder, settings, rule);
  const template = (await session.governing(under(place, "x.md")))?.template ?? builtInTemplate();
  const isOwn = template !== builtInTemplate();
  const first: Kind = isOwn
    ? {
        id: { source: "template" },
        title: template.title ?? template.name,
        detail: template.name,
        folder: place,
        pattern: customaryPattern(template, await session.files.listFolder(place)),
      }
    : presetKind("design-doc", place);
  // Where the settings include documents, another preset would be judged by the template that governs there.
  const others = presetNames
    .filter((name) => name !== "design-doc")
    .map((name) =>
      presetKind(
        name,
        chosen && !isReached ? folder : under(workspaceFolder, ...presets[name].folder.split("/")),
      ),
    );
  return { workspaceFolder, kinds: [first, ...others], decided: isOwn || isReached };
}

const presetKind = (preset: PresetName, folder: string): Kind => ({
  id: { source: "preset", preset },
  title: render(presets[preset].title),
  detail: render(presets[preset].summary),
  folder,
  pattern: parsePattern(presets[preset].fileName) ?? defaultPattern,
});
