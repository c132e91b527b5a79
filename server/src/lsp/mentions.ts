import type {
  CancellationToken,
  Definition,
  DefinitionParams,
  DocumentLink,
  DocumentLinkParams,
  Hover,
  HoverParams,
  Location,
  LocationLink,
  ReferenceParams,
} from "vscode-languageserver";
import { definition } from "../features/definition.ts";
import { documentPreview } from "../features/document-preview.ts";
import { hover } from "../features/hover.ts";
import { mentionAt, mentionsIn } from "../features/mentions.ts";
import { idAt, idHover, placesOf } from "../features/requirement-ids.ts";
import { asksForDocument, references } from "../features/references.ts";
import { readText } from "../service.ts";
import { canonical, folderOf, nameOf, pathWithin } from "../workspace/uris.ts";
import { toOffset } from "./from-proto.ts";
import { linksTo } from "./links-to.ts";
import type { Opened, Session } from "./session.ts";
import { toHover, toRange } from "./to-proto.ts";

/** Where a document begins. */
const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } as const;

/**
 * Answers `textDocument/hover`: what belongs there by the template, else the design document that is mentioned there,
 * else what an id stands for.
 */
export async function hoverAt(
  session: Session,
  { textDocument, position }: HoverParams,
  token?: CancellationToken,
): Promise<Hover | null> {
  const opened = await session.opened(textDocument.uri, token);
  if (!opened) return null;
  const offset = toOffset(opened.document, position);
  const found =
    hover(opened.analysis, offset) ??
    (await preview(session, opened, offset)) ??
    idHover(opened.analysis, offset);
  return found ? toHover(opened.document, found, session.client) : null;
}

/** A document that is mentioned is read when somebody asks: the index has no more of it than its header. */
async function preview(
  session: Session,
  { analysis }: Opened,
  offset: number,
): Promise<ReturnType<typeof hover>> {
  const mention = mentionAt(analysis, offset);
  if (!mention) return undefined;
  const { uri, path } = mention.card;
  const [text, governing] = await Promise.all([textOf(session, uri), session.governing(uri)]);
  if (text === undefined || !governing) return undefined;
  return { span: mention.span, markdown: documentPreview(readText(text, governing.template), path) };
}

const textOf = async ({ documents, files }: Session, uri: string): Promise<string | undefined> =>
  documents
    .all()
    .find((document) => canonical(document.uri) === uri)
    ?.getText() ?? (await files.readFile(uri));

/** Answers `textDocument/definition`. Our own client leaves links to VS Code’s Markdown support. */
export async function definitionAt(
  session: Session,
  { textDocument, position }: DefinitionParams,
  token?: CancellationToken,
): Promise<Definition | LocationLink[] | null> {
  const opened = await session.opened(textDocument.uri, token);
  if (!opened) return null;
  const { document, analysis } = opened;
  const found = definition(analysis, toOffset(document, position), { links: !session.client.ours });
  if (!found) return null;
  return found.uri === undefined
    ? { uri: document.uri, range: toRange(document, found.target) }
    : { uri: found.uri, range: top };
}

/** Answers `textDocument/references`. */
export async function referencesAt(
  session: Session,
  { textDocument, position, context }: ReferenceParams,
  token?: CancellationToken,
): Promise<Location[]> {
  const opened = await session.opened(textDocument.uri, token);
  if (!opened) return [];
  const { document, analysis } = opened;
  const offset = toOffset(document, position);
  const id = idAt(analysis, offset);
  if (id)
    return placesOf(analysis, id)
      .filter(({ start }) => context.includeDeclaration || start !== id.span.start)
      .map((span) => ({ uri: document.uri, range: toRange(document, span) }));
  return asksForDocument(analysis, offset) ? documentReferences(session, opened, offset, token) : [];
}

/** Where other documents link to one, in the order of their paths; the first line of those whose headers name it otherwise. */
async function documentReferences(
  session: Session,
  { document, analysis }: Opened,
  offset: number,
  token: CancellationToken | undefined,
): Promise<Location[]> {
  const own = canonical(document.uri);
  const folder = folderOf(document.uri, session.folders());
  if (folder === undefined) return [];
  const cards = await session.index.cards.all(folder);
  const path = pathWithin(folder, own) ?? nameOf(own);
  const target = { uri: own, path, fileName: nameOf(own), title: "" };
  const known = { ...analysis, facts: { others: cards, uri: own } };
  const named = new Set(references(known, offset).map(({ uri }) => uri));
  const links = await linksTo(session, target, cards, token);
  return cards.flatMap(({ uri }): readonly Location[] => {
    const found = links.get(uri);
    if (found)
      return found.spans.map((span) => ({ uri: found.document.uri, range: toRange(found.document, span) }));
    return named.has(uri) ? [{ uri, range: top }] : [];
  });
}

/** Answers `textDocument/documentLink`: what is no link of Markdown and means a design document all the same. */
export async function documentLinks(
  session: Session,
  { textDocument }: DocumentLinkParams,
  token?: CancellationToken,
): Promise<DocumentLink[]> {
  const opened = await session.opened(textDocument.uri, token);
  if (!opened) return [];
  return mentionsIn(opened.analysis)
    .filter(({ isLink }) => !isLink)
    .map(({ span, card }) => ({
      range: toRange(opened.document, span),
      target: card.uri,
      tooltip: card.title === "" ? card.path : card.title,
    }));
}
