// What nearly every kind of design document says of itself, by whatever name.
const known =
  /^(?:(?:implementation |document |current |review )?status|state|(?:co )?author|owner|writer|champion|shepherd|sponsor|proposer|date|created(?: at| on)?|creation date|date created|start date|(?:last )?updated?|last updated|last modified|(?:initial |required )?reviewer|(?:need )?approv(?:al|er)(?: from)?|approved by|decider|decision maker|deciders|consulted|informed|discussion(?: at| to| pr)?|tracking issue|issue(?: id| number)?|related issue|implemented in|target(?: version| release)?|supersede|superseded by|replace|replaced by|team|stakeholder)$/;

/** What is known of a key. */
interface Known {
  readonly name: string;
  readonly isKnown: boolean;
}

// Documents of one template have the same keys over and over.
const kept = new Map<string, Known>();
const mostKept = 1000;

function about(key: string): Known {
  const found = kept.get(key);
  if (found) return found;
  const name = readName(key);
  const made: Known = { name, isKnown: known.test(name) };
  if (key.length > longestKept) return made;
  if (kept.size >= mostKept) kept.clear();
  // A piece of a text would hold on to all of it (in V8), so the key is a copy.
  kept.set(`${key} `.slice(0, -1), made);
  return made;
}

// No key of a line is longer.
const longestKept = 50;

/** A key as it is compared in the header: lower case, without emphasis, plural, hyphens and numbering. */
export const keyName = (key: string): string => about(key).name;

const readName = (key: string): string =>
  key
    .slice(0, 80)
    .toLowerCase()
    .replace(/\(s\)/g, "")
    .replace(/[*_`:]/g, "")
    .replace(/^[\d.\s]+/, "")
    .replace(/[\s_-]+/g, " ")
    .replace(/(?<=[a-z]{2}[^su])s$/, "")
    .trim();

/** Whether a key is one that headers have, so that a line with it is data and no prose, wherever it stands. */
export const isKnownKey = (key: string): boolean => about(key).isKnown;

const named =
  /^(?:status|state|date|created|creation date|author|owner|reviewer|approver|decider|decision maker|champion|deciders)$/;

/** Whether a section of this name holds a value: `## Status`, `## Authors`. */
export const namesValue = (title: string): boolean => named.test(keyName(title));

const around =
  /^(?:meta ?data|document (?:info(?:rmation)?|meta ?data|detail|control)|preamble|header|front matter|about this document)$/;

/** Whether a section of this name holds a header: `## Metadata`, `## Preamble`. */
export const namesHeader = (title: string): boolean => around.test(keyName(title));
