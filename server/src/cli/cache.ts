import { digest } from "../text/digest.ts";
import type { Template } from "../template/template.ts";
import { createKept, type Kept } from "../workspace/kept.ts";
import { isHead, templatePrint, type Head } from "../workspace/read-head.ts";
import { savedBaselines } from "./acceptance.ts";
import type { Entry } from "./cache-entry.ts";
import type { Checked } from "./check-document.ts";
import { reasonOf, type Document } from "./collect.ts";
import { createFactPrints, type FactPrints } from "./fact-prints.ts";
import { keptFindings } from "./kept-findings.ts";
import type { Checking, Labour, Memory } from "./labour.ts";
import { stampedHashes } from "./stamps.ts";
import { rootKey, type HeadsOf, type Root } from "./workspaces.ts";

/** What was found before, as far as it would be found again. */
export interface Cache extends Memory {
  /** What is known of documents, without checking them. */
  known(documents: readonly Document[], labour: Labour): Promise<ReadonlyMap<Document, Checked>>;
  /** Keeps what was found now. Comes back with sentences about what cannot be kept. */
  keep(checked: ReadonlyMap<Document, Checked>): Promise<readonly string[]>;
}

/**
 * The cache that the request asks for. A finding hangs on the text of its document, on all that governs it, on the
 * facts and on the program; each has a print, and where one of them is another, the document is checked anew. What was
 * fixed is not kept.
 */
export function openCache({ request, templates, surroundings, host }: Checking): Cache | undefined {
  if (!request.cache || request.fixing !== "none") return undefined;
  const place = host.kept(request.cache.location);
  if (!place) return undefined;
  const { version } = place;
  const findings = keptFindings(place.store("findings"), version, (text) => host.hash(text));
  const heads = createKept(place.store("heads"), { kind: "heads", version, isValue: isHead });
  const { stampOf, files, history } = host;
  const stamps = stampOf && stampedHashes(place.store("stamps"), version, stampOf, (uri) => host.hashOf(uri));
  const hashOf = stamps?.hashOf ?? host.hashOf;
  const baselines = savedBaselines(host);
  const today = request.today ?? host.today;
  const { stage, only, base, template, updatesBaseline } = request;
  const asked = JSON.stringify([
    stage,
    only && [...only].toSorted(),
    base,
    template !== undefined,
    updatesBaseline,
  ]);
  const settingsPrint = remembered((settings: Document["settings"]) => digest(JSON.stringify(settings)));
  const governingPrint = (governing: Template): readonly unknown[] => [
    governing.name,
    governing.uri,
    templatePrint(governing),
  ];

  /** Another word where another text of a document, or another judge of it, may find something else. */
  const keyOf = async (document: Document, hash: string): Promise<string> => {
    const { template: governing, failure, note } = await templates(document);
    const accepted = (await baselines.of(document.uri, document.claim))?.accepted;
    const judge = [
      governingPrint(governing),
      settingsPrint(document.settings),
      document.claim?.collection.since,
      accepted && JSON.stringify(accepted),
      failure,
      note,
      asked,
    ];
    return `${hash} ${digest(JSON.stringify([document.uri, ...judge]))}`;
  };

  const isCurrent = async (document: Document, entry: Entry, prints: FactPrints): Promise<boolean> => {
    const { questions, present, past, pastState, today: day } = entry;
    if (day !== undefined && day !== today) return false;
    if ((await prints.present(document, questions)) !== present) return false;
    if (past === "") return true;
    if (pastState !== undefined && (await prints.pastState(document, questions)) === pastState) return true;
    return (await prints.past(document, questions)) === past;
  };

  return {
    remembering: (headsOf) => keptHeads(headsOf, heads),
    cardsPrint,
    async known(documents, { finder, rootOf, around }) {
      const prints = createFactPrints(finder, rootOf, around, { files, history, hashOf }, base);
      const known = new Map<Document, Checked>();
      for (const document of documents) {
        if (document.isTemplate) continue;
        const hash = await hashOf(document.uri);
        const key = hash === undefined ? undefined : await keyOf(document, hash);
        const entry = key === undefined ? undefined : await findings.get(key, document.path);
        if (entry && (await isCurrent(document, entry, prints))) known.set(document, entry.checked);
      }
      return known;
    },
    async keep(checked) {
      for (const [document, { trace, broken, ...one }] of checked) {
        if (!trace || broken !== undefined) continue;
        const { hash, sawToday, ...rest } = trace;
        findings.set(await keyOf(document, hash), {
          ...rest,
          ...(sawToday && { today }),
          checked: one,
        });
      }
      try {
        await Promise.all([findings.save(), heads.save(), stamps?.save()]);
        return [];
      } catch (error) {
        return [`The findings cannot be kept for the next run: ${reasonOf(error)}.`];
      }
    },
  };

  /** By what the head of a document is known: empty for what is none, nothing where it or its template cannot be read. */
  async function headKeyOf(uri: string): Promise<string | undefined> {
    const { claim, isDocument } = await surroundings.placed(uri);
    if (!isDocument) return "";
    const { template: governing, failure } = await templates({ uri, named: false, claim });
    const hash = await hashOf(uri);
    return hash === undefined || failure !== undefined ? undefined : `${hash} ${templatePrint(governing)}`;
  }

  /** Cards are made of nothing but heads and URIs, so those of the same heads have the print that they had. */
  async function cardsPrint(
    root: Root,
    uris: readonly string[],
    make: () => Promise<string>,
  ): Promise<string> {
    const keys = await Promise.all(uris.map(headKeyOf));
    if (keys.includes(undefined)) return make();
    const key = host.hash(JSON.stringify([rootKey(root), uris, keys]));
    const known = await findings.print(key);
    if (known !== undefined) return known;
    const print = await make();
    findings.setPrint(key, print);
    return print;
  }

  function keptHeads(headsOf: HeadsOf, kept: Kept<Head>): HeadsOf {
    return async (uris) => {
      const found = new Map<string, Head>();
      const keys = new Map<string, string>();
      const open: string[] = [];
      for (const uri of uris) {
        const key = await headKeyOf(uri);
        if (key === "") continue;
        const head = key === undefined ? undefined : await kept.get(key);
        if (head) found.set(uri, head);
        else open.push(uri);
        if (key !== undefined) keys.set(uri, key);
      }
      for (const [uri, head] of await headsOf(open)) {
        found.set(uri, head);
        const key = keys.get(uri);
        if (key !== undefined) kept.set(key, head);
      }
      return found;
    };
  }
}

function remembered<Key extends object>(find: (key: Key) => string): (key: Key) => string {
  const kept = new WeakMap<Key, string>();
  return (key) => {
    const known = kept.get(key) ?? find(key);
    kept.set(key, known);
    return known;
  };
}
