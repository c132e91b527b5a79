import { designDocument, finished, several } from "./random-document.ts";
import { pieces, type Some } from "./pieces.ts";
import type { Random } from "./random.ts";

/** What may stand before the rest of a line: marks of containers and white space of all kinds. */
const prefixes: Some = pieces([
  "> ¦>¦>  ¦>\t¦> > ¦>>¦ > ¦   > ¦    > ¦- ¦-\t¦-   ¦-     ¦-      ¦* ¦+ ¦-¦ - ¦  - ¦   - ¦    - ",
  "\t- ¦1. ¦2. ¦1) ¦01. ¦10. ¦123456789. ¦1234567890. ¦1.¦0. ¦1.\t¦1.     ¦- - ¦- 1. ¦- > ¦> - ",
  "* * ¦- [ ] ¦- [x] ¦- [X]\t¦-  [ ] ¦- [ ]¦1. [x] ¦[^a]: ¦[^b]:¦[^a]:    ¦  [^a]: ¦    [^c]: ",
  "[^a]: - ¦> [^a]: ¦ ¦  ¦   ¦    ¦     ¦        ¦\t¦ \t¦  \t¦   \t¦\t\t¦\t ¦¦¦¦¦",
]);

/** What may be the rest of a line. */
const rests: Some = pieces([
  "¦¦¦¦ ¦  ¦\t¦a¦b c¦word ¦word  ¦word\\¦a\tb¦# h¦## h ##¦#¦#\t¦#h¦####### h¦### h #\\#¦###### h\t#",
  "===¦=¦==  ¦= =¦---¦--¦-¦- - -¦***¦* * *¦___¦_ _ _\t¦**¦--- a¦+++¦+¦*¦1.¦2)¦```¦````¦``¦```js",
  "``` a`b¦~~~¦~~~~¦~~~ ~~~¦~~~ js`¦```  ¦```\t¦~~¦    ```¦   ~~~¦`````` x¦<!--¦-->¦<!-- a -->",
  "<!-- a --> b¦<!---->¦<!-->¦<!--->¦<!-- a -- b -->¦a <!-- b¦a --> b¦<!¦<?¦?>¦<? a ?>¦<!A¦<!A b>",
  "<!a>¦>¦<![CDATA[¦]]>¦<![cdata[¦<script>¦</script>¦<script¦<SCRIPT a>b</script>¦<pre>¦</pre>",
  "<pre a=b¦<style>¦</style>¦<textarea>¦</textarea>¦<div>¦</div>¦<div¦<DIV a='b'>¦<div/>¦<div/ >",
  "</div >x¦<p>¦<table>¦<td>¦<a>¦<a b>¦</a>¦<a b='c' d>¦<a b=c¦<a> b¦<a/>¦<x-y>¦<x-y>\t¦<1>¦< a>",
  "</>¦<a.b>¦<https://a.b>¦<a@b.c>¦<summary>¦<search>¦<details open>¦<hr/>¦<!DOCTYPE html>¦[a]: b",
  "[a]: <b>¦[a]:¦b¦'title'¦\"title¦title\"¦(title)¦[a]: b 'c'¦[a]: b 'c¦d'¦[a]: b 'c' d¦[a]:b",
  "[A b]: c¦[a¦b]: c¦[a]: <¦[a]: <b c> (d)¦[]: a¦[ ]: a¦[a]: b\t¦[\\]]: x¦[a]: b\"c\"¦[a]: <b>'c'",
  "[a]: b  ¦[a] : b¦[á]: u¦[ẞ]: u¦[a\\]: b¦[a]¦[b][a]¦[a][]¦![a]¦![b][a]¦[A  B]¦[ss]¦[^a]¦[^b] c",
  "[^a]: note¦[^A]:note¦[^ a]: b¦[^]: a¦[^a]:¦[^a b]: c¦[^a\\]: b¦[^^]: x¦| a |¦| a | b |¦a | b¦|",
  "||¦| |¦|-|¦|---|---|¦-|-¦:-:¦:-¦-:¦| :- | -: |¦|-|-|-|¦- | -¦|:|¦| - ¦- |¦| a \\| b |",
  "| `a | b` |¦|a|b|c|d|¦\\| a¦a \\| b¦|\\¦| a |\t¦|--¦--|¦:--¦| - | - | x¦|-|\t¦| [a](b|c) |",
  "| [^a] | [a] |¦| <a|b> | www.a.b|¦[ ] task¦[x] task¦[x]¦[X] ¦[ ]\ttask¦[  ] a¦[x]y¦[x] [ ] a",
  "[\t] t¦*a*¦**a¦_a_ b*¦`a`¦`a¦`` b ` ¦![a](b)¦[a](b 'c')¦[a](<b c>)¦[a](b¦c)¦https://a.b/c_d.",
  "www.a.b¦http://a¦a@b.c¦~~a~~¦~a~¦<b>c</b>¦a<br>¦&amp;¦&#0;¦&x;¦\\*a\\*¦\\¦\\#¦\u0000¦a\u0000b¦😀",
  "é¦\u00a0¦\u2028¦\uFEFF¦\f¦\v¦\u0085¦a \u3000¦title: x¦a: b¦- x¦# c¦  b: c¦a:¦---\t¦--- ¦----",
  "+++ ¦++¦a = 'b'",
]);

/** All of them, or a few: what goes wrong between these is not likely to come about among all others. */
const choice = (random: Random, all: Some): Some =>
  random.once(2) ? all : [random.of(all), ...several(random, 5, () => random.of(all))];

function soup(random: Random, all: Some, sizes: readonly [number, ...number[]]): string {
  const signsOf = choice(random, all);
  return several(random, random.of(sizes), () => random.of(signsOf)).join("");
}

/** A line's beginning that goes on with what another line began: marks of lists as blanks, quotes as they are. */
const goingOn = (prefix: string): string => prefix.replace(/[^>\s]/g, " ");

/** Lines from fragments, in which containers go on, are left, are left by lazy lines and begin anew. */
export function hostileMarkdown(random: Random): string {
  let open = "";
  const [ownPrefixes, ownRests] = [choice(random, prefixes), choice(random, rests)];
  const line = (): string => {
    if (random.once(3)) open = "";
    else if (random.once(4)) open = open.slice(random.below(4));
    const added = random.once(2) ? random.of(ownPrefixes) : "";
    const text = open + added + random.of(ownRests) + (random.once(3) ? random.of(ownRests) : "");
    open = random.once(3) ? open : (open + goingOn(added)).slice(0, 24);
    return text;
  };
  const top = random.once(8)
    ? random.of(["---\n", "+++\n", "---\na: b\n---\n", "+++\na = 1\n+++\n", "--- \n", "\n---\na: b\n---\n"])
    : "";
  const lines = several(random, random.of([3, 5, 9, 25]), line);
  return finished(random, top + lines.join("\n") + random.of(["", "\n", "\n\n", " "]));
}

const signs: Some = pieces([
  "\n¦\n¦\n¦ ¦ ¦ ¦\t¦a¦b¦-¦-¦*¦+¦>¦>¦#¦=¦`¦`¦~¦|¦|¦<¦!¦[¦]¦:¦(¦)¦1.¦1)¦\\¦_¦\"¦'¦&¦;¦^¦x¦/¦?¦.¦@",
  "---¦```¦    ¦<!--¦-->¦[a]:¦[^a]¦\n\n¦\n> ¦\n- ¦\n  ¦\n    ¦|-|",
]);

/** A text of signs that mean something at the beginnings of lines. */
export const blockSoup = (random: Random): string => finished(random, soup(random, signs, [6, 12, 30]));

const inlineSigns: Some = pieces([
  "a¦b¦word¦ ¦ ¦  ¦\n¦\n¦  \n¦\\\n¦*¦*¦**¦***¦_¦_¦__¦~¦~~¦`¦``¦```¦[¦]¦[¦]¦(¦)¦](¦][¦![¦!¦<¦>¦</¦/>",
  "\\¦\\\\¦&¦;¦&amp;¦&#35;¦&#x22;¦&nbsp;¦&copy¦&#xD800;¦&#1234567;¦&#12345678;¦\"¦'¦.¦,¦:¦?¦-¦|¦\\|",
  "=¦#¦/¦://¦http://¦https://¦HTTPS://¦www.¦WWW.¦ftp://¦mailto:¦xmpp:¦a.b¦a_b.c¦x.y/z¦@¦a@b.c",
  "a.b-c_d@e-f.g¦@b.c_¦<a@b.c>¦<https://a.b>¦<a:b>¦<ab:c d>¦<b>¦</b>¦<b c='d'>¦<b c=\"¦<!-- c -->",
  "<!---->¦<!--¦-->¦<?¦?>¦<!A b>¦<![CDATA[¦]]>¦<a\nb>¦[a]¦[b]¦[a][]¦[b][a]¦[c]¦[^a]¦[^z]¦[^a b]¦^",
  '[a](b)¦[a](<b> \'c\')¦[a](b "c")¦(b "c")¦(<b c>)¦(b\nc)¦![a](b)¦![a][a]¦[x] ¦[ ]¦é¦ß¦“¦”¦—¦¡¦€',
  "😀¦\u{1F600}a¦𝒳¦\u0000¦\u00a0¦\u2003¦\uFEFF¦\t¦\u200b¦日¦、¦ẞ¦\uD800",
]);

const definitions: Some = [
  "",
  "",
  "\n\n[a]: x",
  "\n\n[a]: x\n[b]: <y> 'z'\n\n[^a]: note",
  "\n\n[^a]: note",
  "\n\n[ẞ]: u\n\n[A B]: v",
  "\n\n[^A]: n\n\n[A]: y",
];
const frames: Some = pieces(["¦¦¦¦# ¦> ¦- ¦| ¦- [ ] ¦1. ¦[^q]: ¦   "]);

/** What may stand inside of a paragraph, a heading or a cell, in signs that mean something there. */
export const inlineSoup = (random: Random): string => soup(random, inlineSigns, [5, 10, 20, 40]);

/** Inline soup in a block, with definitions that it may refer to. */
export function inlineDocument(random: Random): string {
  const frame = random.of(frames);
  const soup = inlineSoup(random);
  const inside =
    frame === "| "
      ? `| a | b |\n|---|---|\n| ${soup.replace(/\n/g, " ")} | ${inlineSoup(random).replace(/\n/g, " ")} |`
      : frame + soup;
  return finished(random, inside + random.of(definitions) + random.of(["", "\n"]));
}

/** A few constructs many times over: what nests too deep, or costs too much where each looks for its end. */
export function deepMarkdown(random: Random): string {
  const times = random.of([20, 99, 100, 101, 130, 300]);
  const sign = random.of([
    "> ",
    ">",
    "- ",
    "* ",
    "1. ",
    "[",
    "![",
    "*a ",
    "**a ",
    "_a ",
    "<b>",
    "`",
    "[a](",
    "- > ",
    "~~a ",
    "[^a]: ",
    "|",
    "a|",
    "\n",
    "\t",
    "*",
    "_",
    "<!--",
    "&",
    "[a]",
    "a@",
  ]);
  const nested = random.once(3)
    ? Array.from({ length: Math.min(times, 60) }, (_, depth) => `${"  ".repeat(depth)}- a`).join("\n")
    : sign.repeat(times);
  return finished(
    random,
    `a\n\n${nested}x${random.of(["", "]".repeat(times), "*".repeat(times), "](b)".repeat(times), "\n\nb", "\nlazy"])}`,
  );
}

/** Any of the texts that the generators make. */
export function randomMarkdown(random: Random): string {
  switch (random.below(12)) {
    case 0:
    case 1:
      return designDocument(random);
    case 2:
    case 3:
    case 4:
    case 5:
      return hostileMarkdown(random);
    case 6:
    case 7:
      return blockSoup(random);
    case 8:
      return finished(
        random,
        [hostileMarkdown(random), designDocument(random)].join(random.of(["\n", "\n\n", ""])),
      );
    default:
      return random.once(25) ? deepMarkdown(random) : inlineDocument(random);
  }
}
