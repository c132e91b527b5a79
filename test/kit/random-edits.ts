import { hostileMarkdown } from "./random-markdown.ts";
import { pieces, type Some } from "./pieces.ts";
import type { Random } from "./random.ts";

/** Lines that change how what follows them is read. */
const turns: Some = pieces([
  "```¦````¦~~~¦```js¦<!--¦-->¦<!-- a¦<div>¦</div>¦<script>¦</script>¦<pre>¦<?¦?>¦<![CDATA[¦]]>¦---¦+++¦===",
  "***¦# Goals¦## Goals¦### Deeper¦Goals¦Status: APPROVED¦Date: 2026-03-01¦**Goals**¦|---|---|¦| a | b |",
  "[a]: b¦[old]: new.md¦[old]:¦[^1]: a note¦[^a]:¦    ¦\t¦> ¦- ¦1. ¦- [ ] ¦'a title'¦TBD¦N/A¦<!-- design-docs: ignore -->",
  "<!-- design-docs-disable -->¦<!-- design-docs-enable -->¦<!-- design-docs-disable-next-line -->¦status: draft¦\\",
  "<!-- design-docs-disable-next-line missing-section, open-marker: so it is -->¦<!-- design-docs-disable-file empty-section -->",
  "<!-- design-docs-disable broken-link -->¦<!-- design-docs-enable broken-link -->¦<!-- design-docs: optional -->",
]);

const typed: Some = pieces([
  "words ¦- item¦* ¦1. one¦## Goals¦[old]¦[a](b.md)¦`code`¦**bold**¦```¦<!-- a -->¦| a | b |¦Status: DRAFT¦---¦www.a.b ",
  "[^1]¦TODO ¦https://a.b/c ¦![](p.png)¦    code¦> quote¦&amp;¦👩‍💻¦[x]: y¦- [ ] to do¦ü ¦@ada, ",
]);

/** The offsets where lines begin, one of them. */
const someLine = (random: Random, text: string): number =>
  text.lastIndexOf("\n", Math.max(0, random.below(text.length + 1) - 1)) + 1;

/** Where a line ends that has the offset in it, without its line ending. */
const lineEnd = (text: string, from: number): number => {
  const found = text.slice(from).search(/\r\n|\n|\r/);
  return found < 0 ? text.length : from + found;
};

const spliced = (text: string, from: number, to: number, added: string): string =>
  text.slice(0, from) + added + text.slice(to);

/** Changes the line that begins at `from`. */
function withLine(text: string, from: number, change: (line: string) => string): string {
  const to = lineEnd(text, from);
  return spliced(text, from, to, change(text.slice(from, to)));
}

/** One change that somebody makes at once. */
function oneEdit(random: Random, text: string, pasted: string): string {
  const at = random.below(text.length + 1);
  const line = someLine(random, text);
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  switch (random.below(22)) {
    case 0:
    case 1:
    case 2:
      return spliced(text, line, line, random.of(turns) + ending);
    case 3:
      return spliced(text, line, line, random.of([ending, ending + ending, `  ${ending}`]));
    case 4: {
      const to = Math.min(text.length, lineEnd(text, line) + 1);
      return spliced(text, line, to, "");
    }
    case 5: {
      // Joins a line with the next.
      const end = lineEnd(text, at);
      return spliced(text, end, end + (text.startsWith("\r\n", end) ? 2 : 1), random.of(["", " "]));
    }
    case 6:
      return withLine(
        text,
        line,
        (old) => random.of(["  ", "    ", "\t", "> ", "- ", " ", "1. ", "#"]) + old,
      );
    case 7:
      return withLine(text, line, (old) => old.replace(/^(?: {1,4}|\t|> ?|[-*+] |#+ ?|\d+[.)] )/, ""));
    case 8:
      return spliced(text, at, Math.min(text.length, at + random.below(random.of([2, 8, 60, 900]))), "");
    case 9:
      return spliced(text, line, line, pasted);
    case 10:
      return spliced(text, at, at, pasted);
    case 11: {
      // Takes some lines to somewhere else.
      const to = Math.max(line, someLine(random, text));
      const rest = spliced(text, line, to, "");
      const target = someLine(random, rest);
      return spliced(rest, target, target, text.slice(line, to));
    }
    case 12:
      return changedDefinition(random, text);
    case 13:
      return changedFrontMatter(random, text, ending);
    case 14:
      return spliced(
        text,
        at,
        at,
        random.of([ending, ending, ending + ending, " ", "\t", "\r", "\u0000", "\uFEFF"]),
      );
    case 15:
      return spliced(
        text,
        at,
        Math.min(text.length, at + 1),
        random.of(["`", "*", "_", "[", "]", "<", ">", "|", "-", "#", "\\", "~", ":", "!", "a"]),
      );
    case 16:
      return withLine(text, line, (old) =>
        old.startsWith("#")
          ? old.replace(/\w+/, random.of(["Goals", "x", "Summary"]))
          : `${old}${random.of(["  ", "\\", " |", ":", " #"])}`,
      );
    case 17:
      return repeated(random, text, line);
    case 18:
      // At the very end, where a block may still go on.
      return text + random.of([ending, `${ending}${ending}`, "a", " ", "-", "```", `${ending}    a`, "\r"]);
    case 19:
    case 20:
      return withBlock(random, text, line, pasted);
    default:
      return spliced(text, at, at, random.of(typed));
  }
}

/** Puts something in the place of what stands between two blank lines, or takes it away. */
function withBlock(random: Random, text: string, line: number, pasted: string): string {
  const before = Math.max(text.lastIndexOf("\n\n", line - 1), text.lastIndexOf("\n\r\n", line - 1));
  const from = before < 0 ? 0 : before + 2;
  const behind = /\r?\n\r?\n/.exec(text.slice(from));
  const to = behind ? from + behind.index : text.length;
  return spliced(text, from, to, random.once(4) ? "" : pasted.trim());
}

/** A text in which the same comes again and again, so that what was cut out or put in might be one as well as another. */
function repeated(random: Random, text: string, line: number): string {
  const piece = text.slice(line, Math.min(text.length, line + random.of([3, 20, 200])));
  switch (random.below(4)) {
    case 0:
      return spliced(text, line, line, piece.repeat(1 + random.below(4)));
    case 1:
      return text.length < 3000 ? text + text : text.slice(text.length >> 1);
    case 2: {
      const next = text.indexOf(piece, line + 1);
      return next < 0 ? text.slice(0, line) : spliced(text, line, next, "");
    }
    default:
      // Another text altogether, as when a branch is switched.
      return hostileMarkdown(random) + text.slice(Math.max(0, text.length - random.below(60)));
  }
}

/** Another label or destination for a definition, or one less, or one more. */
function changedDefinition(random: Random, text: string): string {
  const found = [...text.matchAll(/^[ ]{0,3}\[(\^?[^\]\r\n]+)\]:[^\r\n]*/gm)];
  const one = found[random.below(found.length)];
  if (!one || random.once(4))
    return `${text}\n\n${random.of(["[old]: o.md", "[a]: z", "[^1]: note", "[x]: y", "[^a]: n"])}`;
  const [whole, label = ""] = one;
  const now = random.of([
    "",
    `[${label}x]: y`,
    `[${label.toUpperCase()}]: z`,
    `\\${whole}`,
    `[${label}]:`,
    `${whole} "t"`,
    `x${whole}`,
  ]);
  return spliced(text, one.index, one.index + whole.length, now);
}

function changedFrontMatter(random: Random, text: string, ending: string): string {
  const fences = /^(?:---|\+\+\+)[^]*?^(?:---|\+\+\+)[^\r\n]*(?:\r\n|\n|\r)?/m.exec(text);
  if (fences?.index === 0 && random.once(2))
    return random.of([
      text.slice(fences[0].length),
      text.slice(3),
      `${ending}${text}`,
      `<!-- a -->${ending}${text}`,
      text.replace(/\w+:/, random.of(["key:", "key", "\tkey:", ""])),
      text.replace(fences[0], fences[0].replace(/(?:---|\+\+\+)\s*$/, "")),
    ]);
  return (
    random.of([
      `---${ending}status: draft${ending}---${ending}`,
      `---${ending}`,
      `+++${ending}`,
      `---${ending}a: b${ending}`,
      "\uFEFF",
    ]) + text
  );
}

/**
 * The texts that a text becomes when it is edited about `count` times: at random and where it hurts, in bursts at one
 * place now and then, and with steps back to what it was. `paste` makes what is put in between.
 */
export function* editedTexts(
  random: Random,
  start: string,
  count: number,
  paste: (random: Random) => string = hostileMarkdown,
): Generator<string> {
  const past: string[] = [];
  let text = start;
  for (let made = 0; made < count;) {
    const next: string[] = [];
    if (random.once(8)) {
      // A word, letter by letter, and taken back as fast now and then.
      const at = random.once(2) ? someLine(random, text) : random.below(text.length + 1);
      const word = random.of(typed);
      for (let end = 1; end <= word.length; end++) next.push(spliced(text, at, at, word.slice(0, end)));
      if (random.once(3)) next.push(...next.toReversed().slice(1), text);
    } else if (random.once(6) && past.length > 0) {
      for (let steps = 1 + random.below(Math.min(4, past.length)); steps > 0; steps--)
        next.push(past.pop() ?? text);
    } else {
      past.push(text);
      next.push(oneEdit(random, text, paste(random)));
    }
    for (const one of next) yield (text = one);
    made += next.length;
  }
}
