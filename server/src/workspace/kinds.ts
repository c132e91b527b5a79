import { presetPrefix } from "../config/keys.ts";
import { parsePattern, type NamePattern } from "../template/name-pattern.ts";
import { isPresetName, presets, type PresetName } from "../template/presets.ts";
import { fixedPart } from "./new-file.ts";
import type { Claim, ConfigFile } from "./config-file.ts";
import { pathWithin, under } from "./uris.ts";

/** A collection of a configuration file as a kind of new document. */
export interface CollectionKind {
  readonly claim: Claim;
  /** The URI of the folder for its documents. */
  readonly folder: string;
  /** How they are named, where the configuration or its preset says it. */
  readonly pattern: NamePattern | undefined;
  /** The one name that its documents have, each in a folder of its own: such as `README.md`. */
  readonly fileName: string | undefined;
}

/** The kinds of document that the collections of a configuration are. Those without globs are none. */
export const collectionKinds = ({ folder, claims }: ConfigFile): readonly CollectionKind[] =>
  (claims ?? []).flatMap((claim) => {
    const { include, fileName, template } = claim.collection;
    const [glob] = include;
    if (glob === undefined) return [];
    const path = fixedPart(glob);
    const name = glob.slice(glob.lastIndexOf("/") + 1);
    const isInFolders = glob.includes("*") && /^[\w.-]+\.md$/i.test(name);
    const source = fileName ?? (isInFolders ? undefined : presetPattern(template));
    return [
      {
        claim,
        folder: path === "" ? folder : under(folder, ...path.split("/")),
        pattern: source === undefined ? undefined : parsePattern(source),
        fileName: isInFolders ? name : undefined,
      },
    ];
  });

function presetPattern(template: string | undefined): string | undefined {
  const name = template?.startsWith(presetPrefix) === true ? template.slice(presetPrefix.length) : "";
  return isPresetName(name) ? presets[name].fileName : undefined;
}

/**
 * The kinds with the one first whose folder was chosen, or holds the chosen folder; several in the order of before.
 * `decided` is true where the choice leaves one.
 */
export function byChoice<K extends { readonly folder: string }>(
  kinds: readonly K[],
  chosen: string | undefined,
): { readonly kinds: readonly K[]; readonly decided: boolean } {
  const around =
    chosen === undefined ? [] : kinds.filter(({ folder }) => pathWithin(folder, chosen) !== undefined);
  // The innermost folder says most.
  const longest = Math.max(0, ...around.map(({ folder }) => folder.length));
  const nearest = around.filter(({ folder }) => folder.length === longest);
  return {
    kinds: [...nearest, ...kinds.filter((kind) => !nearest.includes(kind))],
    decided: kinds.length === 1 || nearest.length === 1,
  };
}

/** How a kind is named between client and server. */
export type KindId =
  | { readonly source: "preset"; readonly preset: PresetName }
  | { readonly source: "collection"; readonly index: number }
  | { readonly source: "template" };

/** The id as text: `preset:adr`, `collection:0`, `template`. */
export function kindText(id: KindId): string {
  if (id.source === "preset") return `preset:${id.preset}`;
  return id.source === "collection" ? `collection:${id.index}` : "template";
}

/** The id that a text says; nothing for a text of another kind, as clients may send anything. */
export function readKind(text: string | undefined): KindId | undefined {
  if (text === "template") return { source: "template" };
  const [, source, rest = ""] = /^(preset|collection):(.+)$/.exec(text ?? "") ?? [];
  if (source === "preset" && isPresetName(rest)) return { source, preset: rest };
  return source === "collection" && /^\d{1,4}$/.test(rest) ? { source, index: Number(rest) } : undefined;
}
