import { plannedOn } from "./planned-on.ts";
import { TextDocument } from "vscode-languageserver-textdocument";
import { spanOfCollection } from "../config/edit-config.ts";
import { presetPrefix } from "../config/keys.ts";
import { message, type Message } from "../messages/message.ts";
import type * as protocol from "../protocol/protocol.ts";
import { defaults } from "../settings/table.ts";
import { presetNames, presets } from "../template/presets.ts";
import { applyEdits } from "../text/edit.ts";
import { at } from "../text/span.ts";
import { matcher } from "../workspace/design-documents.ts";
import { planChange, type Plan, type Wish } from "../workspace/plan-change.ts";
import { presetShapes } from "../workspace/preset-shapes.ts";
import { suggest, type Suggestion } from "../workspace/suggestions.ts";
import { looksLikeTemplate, looksLikeTemplateFolder } from "../workspace/template-names.ts";
import { canonical, nameOf, parentOf, pathWithin, under } from "../workspace/uris.ts";
import { render } from "./messages.ts";
import type { Placed, Session } from "./session.ts";
import { rootFor, situationOf } from "./situation.ts";
import { toRange, toTextEdit } from "./to-proto.ts";

/** Answers {@link protocol.Suggestion}. */
export async function suggestion(
  session: Session,
  { uri }: protocol.SuggestionParams,
): Promise<protocol.SuggestionResult> {
  const found = await suggestionFor(session, uri);
  if (found === undefined) return null;
  const { folder, template, isTemplate } = found;
  const name = template?.startsWith(presetPrefix)
    ? render(message("suggestion.preset", { name: titleOf(template) }))
    : template;
  return {
    text: render(sentence(folder, name, isTemplate)),
    short: render(question(found)),
    folder,
    ...(name === undefined ? {} : { template: name }),
  };
}

function sentence(folder: string, template: string | undefined, isTemplate: boolean): Message {
  if (template === undefined) return message("suggestion.place", { folder });
  if (isTemplate) return message("suggestion.is-template", { folder, template });
  return folder === ""
    ? message("suggestion.root", { template })
    : message("suggestion.template", { folder, template });
}

function question({ folder, template, isTemplate }: Suggestion): Message {
  if (template === undefined) return message("suggestion.short-place", { folder });
  if (isTemplate)
    return folder === ""
      ? message("suggestion.short-root")
      : message("suggestion.short-template", { folder });
  const name = template.startsWith(presetPrefix) ? titleOf(template) : shortName(template);
  return message("suggestion.short", { template: name });
}

/** A template by its file, or by its folder where that says more. */
function shortName(template: string): string {
  const [file = template, folder] = template.split("/").toReversed();
  return folder !== undefined && /^readme\.md$/i.test(file) ? folder : file;
}

/** What could be set up for an open file that is no design document. Nothing where somebody has left it out. */
async function suggestionFor(session: Session, uri: string): Promise<Suggestion | undefined> {
  const document = session.documents.get(uri);
  const placed = await session.placed(uri);
  if (!document || placed.isDocument || placed.scope.folder === undefined) return undefined;
  if (isLeftOut(uri, placed)) return undefined;
  const folder = placed.config?.folder ?? placed.scope.folder;
  const found = await suggest(
    { document: uri, text: document.getText(), folder, presets: presetShapes() },
    session.files,
  );
  // A template whose documents are set up already is nothing to suggest.
  return found && !(found.isTemplate && (await isTaken(session, folder, found))) ? found : undefined;
}

/** Whether a glob of people's own leaves the file out; those that hold by default say nothing about it. */
function isLeftOut(uri: string, { scope, config }: Placed): boolean {
  const own = scope.settings.exclude.filter((glob) => !defaults.exclude.includes(glob));
  const path = pathWithin(scope.folder ?? "", uri);
  if (path !== undefined && matcher(own)(path)) return true;
  const within = config && pathWithin(config.folder, uri);
  return (
    within !== undefined &&
    (config?.claims ?? []).some(
      ({ collection: { include, exclude } }) => matcher(include)(within) && matcher(exclude)(within),
    )
  );
}

/** Whether what stands in a suggestion is set up: some file of its folder is a design document already. */
async function isTaken(session: Session, folder: string, { folder: base }: Suggestion): Promise<boolean> {
  const { isDocument } = await session.placed(under(folder, ...base.split("/"), "0001-title.md"));
  return isDocument;
}

const titleOf = (template: string): Message | string =>
  Object.entries(presets).find(([name]) => template === presetPrefix + name)?.[1].title ?? template;

// More than a workspace has; what is behind them has to be written into the configuration by hand.
const mostTemplates = 100;

const templateGlobs = [
  "**/*[tT][eE][mM][pP][lL][aA][tT][eE].{md,MD,markdown}",
  "**/*[tT][eE][mM][pP][lL][aA][tT][eE]/{README,readme}.md",
];

/** Answers {@link protocol.TemplateChoices}. */
export async function templateChoices(
  session: Session,
  { uri }: protocol.TemplateChoicesParams,
): Promise<protocol.TemplateChoicesResult> {
  const [placed, governing] = await Promise.all([session.placed(uri), session.governing(uri)]);
  const root = rootFor(uri, placed);
  const now = governing?.template.uri;
  const query = {
    include: templateGlobs,
    exclude: ["**/node_modules/**"],
    limit: mostTemplates,
  };
  const found = await session.files.findFiles(query, [root]);
  const files = new Set([...(now === undefined ? [] : [now]), ...found].map(canonical));
  const named = placed.claim?.collection.template;
  const byName = named !== undefined;
  const ofFiles = Array.from(files)
    .filter((file) => file === (now && canonical(now)) || isTemplateFile(root, file))
    .map((file) => ({
      template: file,
      title: shortName(pathWithin(root, file) ?? nameOf(file)),
      detail: pathWithin(root, parentOf(file)) || ".",
      current: byName && now !== undefined && file === canonical(now),
    }))
    .toSorted((a, b) => `${a.detail}/${a.title}`.localeCompare(`${b.detail}/${b.title}`));
  return {
    subject: placed.claim?.collection.include.join(", ") ?? pathWithin(root, parentOf(uri)) ?? nameOf(uri),
    choices: [
      ...ofFiles,
      {
        template: null,
        title: render(message("choice.nearest")),
        detail: render(message("choice.nearest-detail")),
        current: !byName,
      },
      ...presetNames.map((name) => ({
        template: presetPrefix + name,
        title: render(presets[name].title),
        detail: render(presets[name].summary),
        current: named === presetPrefix + name,
      })),
    ],
  };
}

/** A Markdown file whose name, or whose folder's name, says that it is a template; nothing in hidden folders. */
function isTemplateFile(root: string, uri: string): boolean {
  const path = pathWithin(root, uri) ?? nameOf(uri);
  const looks = looksLikeTemplate(nameOf(uri)) || looksLikeTemplateFolder(nameOf(parentOf(uri)));
  return looks && !/(?:^|\/)\.(?:git|github|gitlab|vscode)\//.test(path);
}

/** Answers {@link protocol.ChangeConfiguration}. */
export async function changeConfiguration(
  session: Session,
  { uri, wish }: protocol.ChangeConfigurationParams,
): Promise<protocol.ChangeConfigurationResult> {
  if (wish.kind !== "adopt") {
    const asked: Wish = wish.kind === "template" ? { ...wish, template: wish.template ?? undefined } : wish;
    return toResult(session, planChange(await situationOf(session, uri), asked));
  }
  const found = await suggestionFor(session, uri);
  if (found === undefined) return { kind: "refused" };
  return toResult(
    session,
    planChange(await situationOf(session, uri, found.folder), { kind: "adopt", suggestion: found }),
  );
}

function toResult(session: Session, plan: Plan): protocol.ChangeConfigurationResult {
  if (plan.kind !== "config") return plan;
  const { uri, text, edits, collection, place } = plan;
  const after = applyEdits(text ?? "", edits);
  const written = TextDocument.create(uri, "jsonc", 0, after);
  const range = toRange(written, at(spanOfCollection(after, collection, place).start));
  const glob = plan.glob === undefined ? {} : { glob: plan.glob };
  if (text === undefined)
    return { kind: "file", uri, range, files: [{ uri, text: after }], edits: [], ...glob };
  const open = session.documents.all().find((one) => canonical(one.uri) === canonical(uri));
  const { version } = plannedOn(open, { uri, languageId: "jsonc", text });
  const before = TextDocument.create(uri, "jsonc", 0, text);
  const own = edits.map((edit) => toTextEdit(before, edit));
  return {
    kind: "file",
    uri,
    range,
    files: [],
    edits: [{ uri, version, edits: own }],
    ...glob,
  };
}

/** Answers {@link protocol.ConfigurationOf}. */
export async function configurationOf(
  session: Session,
  { uri }: protocol.ConfigurationOfParams,
): Promise<protocol.ConfigurationOfResult> {
  const { config, claim } = await session.placed(uri);
  if (config === undefined) return null;
  const place = claim && config.parsed.places[claim.number - 1]?.whole;
  const text = TextDocument.create(config.uri, "jsonc", 0, config.text);
  return { uri: config.uri, range: toRange(text, at((place ?? config.parsed.place).start)) };
}
