import type { Position } from "../../../server/src/protocol/protocol.ts";
import type { SectionNode } from "../../../server/src/protocol/sections.ts";

/** A section in the view. The same object stands for it as long as the view shows the same, wherever it moves to. */
export interface Shown {
  /** As the server tells it; replaced when only places are others. */
  node: SectionNode;
  readonly parent: Shown | undefined;
  readonly children: readonly Shown[];
}

/** The sections as the view has them. */
export const shownOf = (sections: readonly SectionNode[], parent?: Shown): readonly Shown[] =>
  sections.map((node) => {
    const shown = { node, parent, children: [] as readonly Shown[] };
    shown.children = shownOf(node.children, shown);
    return shown;
  });

/** Gives what is shown the places of other sections, where these look the same; false where they do not. */
export function moveTo(shown: readonly Shown[], sections: readonly SectionNode[]): boolean {
  if (!looksSame(shown, sections)) return false;
  replace(shown, sections);
  return true;
}

function looksSame(shown: readonly Shown[], sections: readonly SectionNode[]): boolean {
  return (
    shown.length === sections.length &&
    shown.every(({ node, children }, index) => {
      const other = sections[index];
      return (
        other?.name === node.name &&
        other.state === node.state &&
        other.own === node.own &&
        other.required === node.required &&
        other.place?.movable === node.place?.movable &&
        looksSame(children, other.children)
      );
    })
  );
}

function replace(shown: readonly Shown[], sections: readonly SectionNode[]): void {
  shown.forEach((one, index) => {
    const node = sections[index];
    if (!node) return;
    one.node = node;
    replace(one.children, node.children);
  });
}

/** The innermost section around a line; nothing where none is. */
export function shownAt(shown: readonly Shown[], { line, character }: Position): Shown | undefined {
  const around = shown.find(({ node: { place } }) => {
    if (!place) return false;
    const { start, end } = place.extent;
    // The last section ends with the text, in the midst of whose last line a caret stands.
    const isBefore =
      line < end.line || (line === end.line && character <= end.character && end.character > 0);
    return line >= start.line && isBefore;
  });
  return around && (shownAt(around.children, { line, character }) ?? around);
}

/**
 * Where a section that is dropped on another one goes: before it, or before what follows it where it is missing.
 * Nothing where it stays.
 */
export function dropTarget(
  roots: readonly Shown[],
  dragged: Shown,
  target: Shown | undefined,
): "end" | { readonly before: Position } | undefined {
  if (target === undefined) return "end";
  if (target === dragged) return undefined;
  const neighbours = target.parent?.children ?? roots;
  const next = neighbours.slice(neighbours.indexOf(target)).find(({ node }) => node.place !== undefined);
  if (next === dragged) return undefined;
  return next?.node.place ? { before: next.node.place.heading.start } : "end";
}

/** A Markdown link to a section, from anywhere in the workspace folder in which `path` leads to its document. */
export function linkTo({ name, place }: SectionNode, path: string): string {
  const text = name.replace(/[[\]\\]/g, String.raw`\$&`);
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return `[${text}](/${encoded}${place && place.anchor !== "" ? `#${encodeURI(place.anchor)}` : ""})`;
}
