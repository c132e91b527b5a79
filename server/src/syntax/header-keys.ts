import { byText } from "../text/by-text.ts";

// What nearly every kind of design document says of itself, by whatever name.
const known =
  /^(?:(?:implementation |document |current |review )?status|state|(?:co )?author|owner|writer|champion|shepherd|sponsor|proposer|date|created(?: at| on)?|creation date|date created|start date|(?:last )?updated?|last updated|last modified|(?:initial |required )?reviewer|(?:need )?approv(?:al|er)(?: from)?|approved by|decider|decision maker|deciders|consulted|informed|discussion(?: at| to| pr)?|tracking issue|issue(?: id| number)?|related issue|implemented in|target(?: version| release)?|supersede|superseded by|replace|replaced by|team|stakeholder)$/;

/** A key as it is compared in the header: lower case, without emphasis, plural, hyphens and numbering. */
export const keyName = byText((key) =>
  key
    .slice(0, 80)
    .toLowerCase()
    .replace(/\(s\)/g, "")
    .replace(/[*_`:]/g, "")
    .replace(/^[\d.\s]+/, "")
    .replace(/[\s_-]+/g, " ")
    .replace(/(?<=[a-z]{2}[^su])s$/, "")
    .trim(),
);

/** Whether a key is one that headers have, so that a line with it is data and no prose, wherever it stands. */
export const isKnownKey = byText((key) => known.test(keyName(key)));

const named =
  /^(?:status|state|date|created|creation date|author|owner|reviewer|approver|decider|decision maker|champion|deciders)$/;

/** Whether a section of this name holds a value: `## Status`, `## Authors`. */
export const namesValue = (title: string): boolean => named.test(keyName(title));

const around =
  /^(?:meta ?data|document (?:info(?:rmation)?|meta ?data|detail|control)|preamble|header|front matter|about this document)$/;

/** Whether a section of this name holds a header: `## Metadata`, `## Preamble`. */
export const namesHeader = (title: string): boolean => around.test(keyName(title));
