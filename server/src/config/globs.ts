import { message, type Message } from "../messages/message.ts";

// The glob library refuses longer ones.
const longestGlob = 60_000;

/** What is wrong with a glob, whatever files there are; nothing where it can match. */
export function globFault(glob: string): Message | undefined {
  const shown = { glob: glob.length > 80 ? `${glob.slice(0, 80)}…` : glob };
  if (glob.length > longestGlob) return message("config.glob-open", shown);
  // Before a character that would mean something it is how a glob says that the character is meant.
  if (/\\(?![*?[\]{}()!\\])/.test(glob)) return message("config.glob-backslash", shown);
  if (glob.startsWith("!")) return message("config.glob-negated", shown);
  if (/^[a-z]:\/|(?:^|\/)\.\.(?:\/|$)/i.test(glob)) return message("config.glob-outside", shown);
  return isClosed(glob) ? undefined : message("config.glob-open", shown);
}

/** Whether each bracket, brace and parenthesis has its other half. */
function isClosed(glob: string): boolean {
  const others: Readonly<Record<string, string>> = { "[": "]", "{": "}", "(": ")" };
  const open: string[] = [];
  for (const character of glob.replace(/\\./g, "")) {
    // In square brackets the rest are ordinary characters.
    if (open.at(-1) === "]" && character !== "]") continue;
    const other = others[character];
    if (other !== undefined) open.push(other);
    else if (character === "]" || character === "}" || character === ")") {
      if (open.pop() !== character) return false;
    }
  }
  return open.length === 0;
}
