/** The folders, relative to the workspace folder, where forges look for a `CODEOWNERS` file. */
export const codeownersPaths: readonly string[] = [
  "CODEOWNERS",
  ".github/CODEOWNERS",
  "docs/CODEOWNERS",
  ".gitlab/CODEOWNERS",
];

/** The handles of a `CODEOWNERS` text, each with its `@`, in order; e-mail addresses are none. */
export function parseCodeowners(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => {
    const words = line
      .replace(/(^|\s)#.*$/, "")
      .trim()
      .split(/\s+/);
    // A GitLab section, `[Name][2] @owner`, may have blanks in its name; other lines begin with a pattern.
    const owners = /^\^?\[/.test(words[0] ?? "") ? words : words.slice(1);
    return owners.filter(isHandle);
  });
}

/** True for `@handle`, `@org/team`, with dots, hyphens and underscores. */
export const isHandle = (word: string): boolean => /^@[A-Za-z0-9][\w.-]*(?:\/[\w.-]+)*$/.test(word);

const lists = /^(?:approvers|reviewers|required_reviewers)\s*:\s*(.*)$/;

/**
 * The handles of an `OWNERS` text, each with an `@`, which such files leave out: the lists `approvers:` and
 * `reviewers:`, or, in files without any, the lines. Addresses, `set noparent` and paths are none.
 */
export function parseOwners(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/).map((line) => line.replace(/(^|\s)#.*$/, ""));
  const found = lines.some((line) => lists.test(line.trim()))
    ? listed(lines)
    : lines.map((line) => line.trim());
  return found.map(asHandle).filter(isHandle);
}

function listed(lines: readonly string[]): readonly string[] {
  const names: string[] = [];
  let inList = false;
  for (const line of lines.map((each) => each.trim())) {
    if (line === "") continue;
    const inline = lists.exec(line)?.[1];
    if (inline !== undefined) {
      inList = inline === "";
      names.push(...inline.replace(/^\[|\]$/g, "").split(","));
    } else if (/^-\s*/.test(line) && inList) names.push(line.replace(/^-\s*/, ""));
    else inList = false;
  }
  return names;
}

const asHandle = (name: string): string => {
  const bare = name.trim().replace(/^(["'])(.*)\1$/, "$2");
  return bare.startsWith("@") ? bare : `@${bare}`;
};
