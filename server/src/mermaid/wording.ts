// The names of Mermaid's grammars for what people type, where they can be told in a word. Those with a closed
// set of letters are the Jison grammars', the others stand in several grammars.
const known: Readonly<Record<string, string>> = {
  SQS: '"["',
  SQE: '"]"',
  PS: '"("',
  PE: '")"',
  DIAMOND_START: '"{"',
  DIAMOND_STOP: '"}"',
  STRUCT_START: '"{"',
  STRUCT_STOP: '"}"',
  BLOCK_START: '"{"',
  BLOCK_STOP: '"}"',
  PIPE: '"|"',
  COLON: '":"',
  COMMA: '","',
  SEMI: '";"',
  NODE_DEND: "a closing bracket",
  NEWLINE: "the end of the line",
  NL: "the end of the line",
  EOF: "the end of the diagram",
  STR: "a text in quotes",
  callbackname: "a call",
  taskData: "a colon and a score",
};

/** Names that end so mean this in all of the Langium grammars. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/(?:^|_)(?:INT|NUMBER|NUMBER_INT)$/, "a number"],
  [/(?:^|_)STRING\d?$/, "a text in quotes"],
  [/(?:^|_)(?:ID|IDENTIFIER)$/, "a name"],
];

/** A grammar's token for people; nothing where only its authors would know it. Keywords and signs stand in quotes. */
function readable(token: string): string | undefined {
  const name = known[token] ?? kinds.find(([pattern]) => pattern.test(token))?.[1];
  if (name !== undefined) return name;
  return /^(?:[a-z]+|\W+)$/.test(token) ? `"${token}"` : undefined;
}

// More than these are no help: the parser counts up all that a line may begin with.
const fewest = 3;
const longest = 120;

/** What the parser came upon: some text, or the end of a line or of the diagram. */
export type Found = { readonly text: string } | "line end" | "end";

/**
 * One sentence without a full stop, of at most 120 characters: what was expected and found. `expected` are names
 * of tokens; it is left out where there are more than three or one of them means nothing to people.
 */
export function faultMessage(expected: readonly string[], found: Found): string {
  const wanted = expected.map(readable);
  const told = wanted.length > 0 && wanted.length <= fewest && !wanted.includes(undefined);
  const message = told
    ? `expected ${listed([...new Set(wanted)])} but found ${named(found)}`
    : unexpected(found);
  return message.length > longest ? `${message.slice(0, longest - 1)}…` : message;
}

const listed = (words: readonly (string | undefined)[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

function named(found: Found): string {
  if (found === "end") return "the end of the diagram";
  return found === "line end" ? "the end of the line" : `"${shortened(found.text)}"`;
}

function unexpected(found: Found): string {
  if (found === "end") return "the diagram ends too early";
  return found === "line end" ? "the line ends too early" : `did not expect "${shortened(found.text)}"`;
}

function shortened(text: string): string {
  const [line = ""] = text.trim().split("\n");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
