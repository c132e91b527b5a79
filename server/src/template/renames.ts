import { keyOf, wordsOf } from "./names.ts";

/**
 * Names that teams use for the same section, one list a section. A name may be in several lists. Only
 * names that answer the same question are here: what is taken for another section is not told as missing.
 */
const sameSection: readonly (readonly string[])[] = [
  ["Summary", "Executive Summary", "Simple Summary", "Abstract", "Overview", "Introduction", "TL;DR"],
  ["Introduction and Overview", "Introduction", "Overview"],
  [
    "Motivation",
    "Background",
    "Context",
    "Problem",
    "Problem Statement",
    "Problem Description",
    "Background and Motivation",
    "Motivation and Background",
    "Background and Context",
    "Context and Background",
    "Context and Problem Statement",
    "Motivation and Problem Statement",
    "Change Motivation",
    "Why",
  ],
  ["Goals", "Objectives", "Aims", "Goals and Objectives", "Design Goals", "Project Goals", "In Scope"],
  ["Non-Goals", "Non-Objectives", "Anti-Goals", "Out of Scope", "Not in Scope", "Explicit Non-Goals"],
  [
    "Proposal",
    "Proposed Solution",
    "Proposed Design",
    "Proposed Change",
    "Proposed Approach",
    "Suggested Solution",
    "Solution",
    "Approach",
  ],
  ["Solution", "Solution Design", "Proposed Solution"],
  [
    "Detailed Design",
    "Design",
    "Design Details",
    "Detail Design",
    "Proposed Design",
    "Technical Design",
    "Technical Details",
    "Design and Implementation",
    "Design and Implementation Details",
  ],
  [
    "Specification",
    "Detailed Specification",
    "Technical Specification",
    "Specification and Implementation",
    "Specification and Implementation Details",
  ],
  [
    "Alternatives",
    "Alternatives Considered",
    "Alternatives We Have Considered",
    "Considered Alternatives",
    "Other Alternatives",
    "Alternative Approaches",
    "Alternative Solutions",
    "Alternative Designs",
    "Rejected Alternatives",
    "Rationale and Alternatives",
    "Alternatives and Rationale",
    "Options Considered",
    "Considered Options",
    "Other Options Considered",
    "Other Approaches Considered",
  ],
  ["Rationale", "Design Rationale", "Rationale and Alternatives", "Rationale and Design Decisions"],
  [
    "Implementation",
    "Reference Implementation",
    "Implementation Plan",
    "Implementation Strategy",
    "Implementation Details",
  ],
  [
    "Unresolved Questions",
    "Unresolved Issues",
    "Open Questions",
    "Open Issues",
    "Open Points",
    "Outstanding Questions",
    "Outstanding Issues",
    "Remaining Questions",
  ],
  ["Compatibility", "Backward Compatibility", "Compatibility Considerations"],
  ["Drawbacks", "Disadvantages", "Downsides", "Drawbacks and Trade-offs"],
  [
    "Testing",
    "Tests",
    "Test Plan",
    "Testing Plan",
    "Test Strategy",
    "Testing Strategy",
    "Test Design",
    "Testing and Validation",
    "Validation",
    "Verification",
    "Verification Plan",
  ],
  [
    "Security",
    "Security Considerations",
    "Security Implications",
    "Security Impact",
    "Security Concerns",
    "Security and Privacy",
    "Security and Privacy Considerations",
  ],
  ["References", "Resources", "Links", "Related Links", "Further Reading", "More Information"],
  ["Prior Art", "Prior Work", "Related Work", "Existing Work", "Prior Art and References"],
  [
    "Future Work",
    "Future Possibilities",
    "Future Directions",
    "Future Considerations",
    "Future Plans",
    "Future Potential",
    "Future Improvements",
    "Future Enhancements",
  ],
  ["Risks", "Risks and Mitigations", "Risks and Uncertainties", "Risks and Concerns", "Potential Risks"],
  ["Timeline", "Milestones", "Schedule", "Timeline and Milestones", "Roadmap"],
  ["Glossary", "Terminology", "Definitions", "Terms"],
  ["User Stories", "Use Cases", "User Scenarios"],
  [
    "Rollout",
    "Rollout Plan",
    "Rollout Strategy",
    "Deployment",
    "Deployment Plan",
    "Rollout and Migration Plan",
  ],
  ["Migration", "Migration Plan", "Migration Path", "Migration Strategy"],
  ["Decision", "Decision Outcome", "Decision and Rationale"],
  ["Changelog", "Revision History", "Change History", "Version History", "Document History"],
  ["Monitoring", "Observability", "Monitoring and Observability", "Monitoring and Alerting"],
  ["Acknowledgements", "Credits"],
  ["Copyright", "Copyright Waiver", "Copyright and License"],
];

const byKey: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const found = new Map<string, Set<string>>();
  for (const names of sameSection) {
    const keys = names.map(keyOf);
    for (const key of keys) found.set(key, new Set([...(found.get(key) ?? []), ...keys]));
  }
  return found;
})();

/** Whether two keys are names that teams use for the same section. */
export const isRename = (key: string, wanted: string): boolean => byKey.get(key)?.has(wanted) ?? false;

/** Whether a key is a name that sections of design documents have, so that it is no slip of another one. */
export const isOwnName = (key: string): boolean => byKey.has(key) || otherNames.has(key);

// Words of headings that are a letter or two from the name of a section.
const otherNames: ReadonlySet<string> = new Set(
  [
    "Contents",
    "Content",
    "Costs",
    "Data",
    "Date",
    "Host",
    "Mode",
    "Model",
    "Notes",
    "Votes",
    "Options",
    "Actions",
    "Preferences",
    "Price",
    "Process",
    "Progress",
    "Roles",
    "Rules",
    "Tasks",
    "Tools",
    "Scale",
    "Scope",
    "Score",
    "States",
    "Stats",
    "Status",
    "Test",
    "Text",
    "Vision",
    "Version",
    "Mission",
    "Logging",
    "Caching",
    "Pricing",
  ].map(keyOf),
);

// What may stand before or behind a name without naming something else: “Other Potential Issues”, “Security Considerations”.
const before: ReadonlySet<string> = new Set(
  [
    "other",
    "additional",
    "further",
    "known",
    "possible",
    "potential",
    "proposed",
    "suggested",
    "main",
  ].concat(["key", "general", "overall", "our", "the", "initial", "project"]),
);
const behind: ReadonlySet<string> = new Set(
  ["considerations", "implications", "impact", "concerns", "plan", "strategy", "details", "section"].flatMap(
    wordsOf,
  ),
);

/**
 * The keys of a heading with these words, without those that only say how a section is meant: what is before and
 * behind the name, and what “and” adds to it (“Specification and Implementation Details”). None where nothing is
 * left out.
 */
export function coreKeys(words: readonly string[]): readonly string[] {
  let start = 0;
  let end = words.length;
  while (start < end - 1 && before.has(words[start] ?? "")) start++;
  while (end > start + 1 && behind.has(words[end - 1] ?? "")) end--;
  const and = words.indexOf("and", start + 1);
  const keys = [words.slice(start, end), ...(and > 0 ? [words.slice(start, and), words.slice(and + 1)] : [])];
  const whole = words.join("");
  return [...new Set(keys.map((group) => group.join("")))].filter((key) => key !== whole && key.length > 3);
}
