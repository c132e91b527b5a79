/** A string of a TypeScript source. */
export interface Literal {
  /** As it is written between its quotes or backticks. */
  readonly text: string;
  /** The end of the code before it, without comments, in one line. */
  readonly before: string;
  /** From 1. */
  readonly line: number;
}

/**
 * The strings of a TypeScript source, also the templates, in their order. Strings in comments and in regular
 * expressions are none. What a template has between `${` and `}` belongs to its text.
 */
export function literals(source: string): readonly Literal[] {
  const found: Literal[] = [];
  let code = "";
  let at = 0;
  while (at < source.length) {
    const [token = ""] = next(source, at, code);
    if (/^["'`]/.test(token)) {
      const line = source.slice(0, at).split("\n").length;
      found.push({ text: token.slice(1, -1), before: code.replaceAll(/\s+/g, " "), line });
    }
    if (!/^\/[/*]/.test(token)) code = `${code}${token}`.slice(-far);
    at += token.length;
  }
  return found;
}

/** How much of the code before a string is kept, in UTF-16 code units: the call that it stands in begins there. */
const far = 300;

const comment = /\/\/.*|\/\*[^]*?\*\//y;
const text = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`/y;
const rest = /[^"'`/]+/y;
const pattern = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

function next(source: string, at: number, before: string): readonly string[] {
  const here = (token: RegExp): readonly string[] | undefined => {
    token.lastIndex = at;
    return token.exec(source) ?? undefined;
  };
  // Behind a name, a number or a closing bracket a slash divides.
  const divides = /[\w)\]]\s*$/.test(before) && !/\breturn\s*$/.test(before);
  return (
    here(comment) ?? here(text) ?? (divides ? undefined : here(pattern)) ?? here(rest) ?? [source.charAt(at)]
  );
}
