/**
 * The globs that a glob with braces stands for: `{a,b/{c,d}}.md` gives three. Braces that are not closed, and
 * braces within square brackets, are taken as ordinary characters.
 */
export function expandBraces(glob: string): readonly string[] {
  const brace = firstBrace(glob);
  if (brace === undefined) return [glob];
  const before = glob.slice(0, brace.start);
  const after = expandBraces(glob.slice(brace.end));
  return brace.choices.flatMap(expandBraces).flatMap((choice) => after.map((rest) => before + choice + rest));
}

/**
 * One glob for several. VS Code reads no braces within braces, so those of each glob are expanded first.
 * Undefined for no glob at all.
 */
export function joinGlobs(globs: readonly string[]): string | undefined {
  const all = globs.flatMap(expandBraces);
  const [first] = all;
  return all.length > 1 ? `{${all.join(",")}}` : first;
}

interface Brace {
  /** Offsets of the opening brace and of what follows the closing one. */
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

function firstBrace(glob: string): Brace | undefined {
  let depth = 0;
  let inBrackets = false;
  let start = 0;
  let choice = 0;
  const choices: string[] = [];
  for (let index = 0; index < glob.length; index++) {
    const character = glob[index];
    if (character === "[") inBrackets = true;
    else if (character === "]") inBrackets = false;
    if (inBrackets) continue;
    if (character === "{" && depth++ === 0) {
      start = index;
      choice = index + 1;
    } else if (character === "," && depth === 1) {
      choices.push(glob.slice(choice, index));
      choice = index + 1;
    } else if (character === "}" && depth > 0 && --depth === 0) {
      return { start, end: index + 1, choices: [...choices, glob.slice(choice, index)] };
    }
  }
  return undefined;
}
