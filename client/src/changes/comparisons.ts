import * as vscode from "vscode";
import type { ChangedSection } from "../../../server/src/protocol/changes.ts";
import type { Range } from "../../../server/src/protocol/protocol.ts";

/** The scheme of the texts that are shown beside each other. Nobody can write in them. */
export const scheme = "design-docs-section";

/** A comparison as it is shown. */
export interface Comparison {
  /** The document. */
  readonly uri: vscode.Uri;
  /** In words for people, what it is compared with. */
  readonly since: string;
  readonly summary: string;
  /** The lines of the summary that lead to a place in the document. */
  readonly links: readonly { readonly line: number; readonly range: Range }[];
  readonly sections: readonly ChangedSection[];
}

/** A comparison that is kept. */
export interface Kept {
  readonly summary: vscode.Uri;
  readonly sections: readonly Shown[];
}

/** What is shown in the editor: a name, the text before, the text now. */
export type Shown = readonly [label: vscode.Uri, before: vscode.Uri | undefined, now: vscode.Uri | undefined];

export interface Comparisons extends vscode.Disposable {
  /** Keeps a comparison, so that its texts can be shown. */
  readonly add: (comparison: Comparison) => Kept;
}

interface Page {
  readonly text: string;
  readonly uri: vscode.Uri;
  readonly links: Comparison["links"];
}

/** How many comparisons keep their texts. Older ones can be made again. */
const kept = 10;

/** Serves the texts of comparisons, with links to the places in the document. */
export function createComparisons(): Comparisons {
  const comparisons = new Map<number, ReadonlyMap<string, Page>>();
  let last = 0;
  const pageAt = ({ path, query }: vscode.Uri): Page | undefined => {
    const id = Number(query.split("-")[0]);
    return comparisons.get(id)?.get(`${path}?${query}`);
  };
  const registered = vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      provideTextDocumentContent: (uri) =>
        pageAt(uri)?.text ?? vscode.l10n.t("This comparison is over. Run “What Changed Since…” again."),
    }),
    vscode.languages.registerDocumentLinkProvider(
      { scheme },
      {
        provideDocumentLinks: (document) => linksIn(document, pageAt(document.uri)),
      },
    ),
  );
  return {
    add({ uri, since, summary, links, sections }) {
      const id = ++last;
      const pages = new Map<string, Page>();
      const page = (
        name: string,
        note: string,
        side: string,
        text: string,
        to: Page["links"],
      ): vscode.Uri => {
        // What is shown beside the name is the folder, so a path without a slash before it reads best.
        const path = [note, `${name}.md`].filter((piece) => piece !== "").map(asName);
        const place = vscode.Uri.from({ scheme, path: path.join("/"), query: `${id}-${side}` });
        pages.set(`${place.path}?${place.query}`, { text: text.replaceAll(/\r\n?/g, "\n"), uri, links: to });
        return place;
      };
      const first = page(vscode.l10n.t("Summary"), since, "summary", summary, links);
      const shown = sections.map(({ title, detail, before, now, range }, index): Shown => {
        const to = range === undefined ? [] : [{ line: 0, range }];
        const left = before === undefined ? undefined : page(title, detail, `${index}-before`, before, []);
        const right = now === undefined ? undefined : page(title, detail, `${index}-now`, now, to);
        return [right ?? left ?? first, left, right];
      });
      comparisons.set(id, pages);
      comparisons.delete(id - kept);
      return { summary: first, sections: shown };
    },
    dispose: () => registered.dispose(),
  };
}

// A slash would be a folder of its own.
const asName = (text: string): string => text.replaceAll(/[\\/]+/g, "∕").slice(0, 120);

function linksIn(document: vscode.TextDocument, page: Page | undefined): vscode.DocumentLink[] {
  return (page?.links ?? []).flatMap(({ line, range: { start } }) => {
    if (line >= document.lineCount) return [];
    const { range, text } = document.lineAt(line);
    const from = range.start.translate(0, /^(?:- |#+ )?/.exec(text)?.[0].length ?? 0);
    const target = page?.uri.with({ fragment: `L${start.line + 1},${start.character + 1}` });
    const link = new vscode.DocumentLink(new vscode.Range(from, range.end), target);
    link.tooltip = vscode.l10n.t("Go to this place in the document");
    return [link];
  });
}
