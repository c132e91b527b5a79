import { message, type Message } from "../messages/message.ts";
import { nextLine, lineAt, lineEnding } from "../text/lines.ts";
import type { Edit } from "../text/edit.ts";
import { at } from "../text/span.ts";
import { blockSpan, type Document } from "../syntax/document.ts";

/** A comment that suppresses a finding, as an edit. */
export interface SuppressingEdit {
  readonly title: Message;
  readonly edits: readonly Edit[];
}

/**
 * The ways to suppress findings of `rule` that start at `offset`: where they are, and in the whole file. A
 * comment is a line of its own in front of a block, since inside a paragraph, a list or a table it would cut it
 * in two; where the finding is not in the block's first line, comments stand on both sides of the block.
 * In front matter there is no place for one.
 */
export function suppress(doc: Document, rule: string, offset: number): readonly SuppressingEdit[] {
  const { text } = doc;
  const eol = lineEnding(text);
  const block = doc.starts.findLastIndex((start) => start <= offset);
  const node = doc.blocks[block]?.node;
  const span = blockSpan(doc, block);
  const ways: SuppressingEdit[] = [];
  if (node && node.kind !== "frontMatter" && offset <= span.end) {
    const isFirstLine = offset <= lineAt(text, span.start).end;
    const start = Math.max(lineAt(text, span.start).start, text.startsWith("\uFEFF") ? 1 : 0);
    const end = lineAt(text, span.end).end;
    ways.push({
      title: message("suppress.here", { rule }),
      edits: isFirstLine
        ? [{ span: at(start), text: `<!-- design-docs-disable-next-line ${rule} -->${eol}${eol}` }]
        : [
            { span: at(start), text: `<!-- design-docs-disable ${rule} -->${eol}${eol}` },
            { span: at(end), text: `${eol}${eol}<!-- design-docs-enable ${rule} -->` },
          ],
    });
  }
  const top = topOf(doc);
  ways.push({
    title: message("suppress.file", { rule }),
    edits: [{ span: at(top), text: `<!-- design-docs-disable-file ${rule} -->${eol}${eol}` }],
  });
  return ways;
}

/** Behind a byte order mark and front matter with the blank lines that follow it. */
function topOf(doc: Document): number {
  if (doc.blocks.at(0)?.kind !== "frontMatter") return doc.text.startsWith("\uFEFF") ? 1 : 0;
  const second = doc.blocks.length > 1 ? blockSpan(doc, 1).start : doc.text.length;
  return second > blockSpan(doc, 0).end
    ? lineAt(doc.text, second).start
    : nextLine(doc.text, blockSpan(doc, 0).end);
}
