import { approvalReason, approvalText, saidIn, type Approval } from "./approval.ts";

/** What a column of a log, or a key of an entry, has in it. */
type Role = "date" | "approver" | "person" | "why" | "what" | "status" | "number";

const roles: readonly (readonly [Role, RegExp])[] = [
  ["date", /^(?:date|day|when|decided|decided on|approved on|date decided|decision date|timestamp)$/i],
  [
    "approver",
    /^(?:approvers?|approved by|approval|accepted by|agreed by|signed[ -]off by|sign[ -]?offs?|deciders?|decided by|decision[ -]makers?)$/i,
  ],
  ["person", /^(?:who|by|owners?|people|persons?|names?|made by|taken by|responsible|authors?|lead|team)$/i],
  ["why", /^(?:why|rationale|reasons?|reasoning|because|justification|motivation|explanation)$/i],
  ["what", /^(?:decision|title|topic|subject|what|item|summary|description|outcome|result|change)$/i],
  ["status", /^(?:status|state)$/i],
  ["number", /^(?:#|no\.?|nr\.?|id|number)$/i],
];

/** Which part of an approval a column's head or a key asks for; nothing where it asks for something else. */
export const roleOf = (head: string): Role | undefined =>
  roles.find(([, pattern]) => pattern.test(head.trim()))?.[0];

/**
 * What an approval says under each of the heads, in their order; empty under those that ask for something
 * else. What has no column of its own goes into the one that says what was decided. `before` is the entry
 * before it, whose number is counted on.
 */
export function cellsOf(
  heads: readonly string[],
  approval: Approval,
  before: readonly string[] = [],
): readonly string[] {
  const asked = heads.map(roleOf);
  const person = asked.includes("approver") ? "approver" : "person";
  const has = (role: Role): boolean => asked.includes(role);
  const free = asked.indexOf(undefined);
  const main = has("what") ? asked.indexOf("what") : free >= 0 ? free : asked.indexOf("why");
  const elsewhere = {
    date: has("date"),
    who: has(person),
    why: has("why") && asked[main] !== "why",
  };
  return asked.map((role, index) => {
    if (asked.indexOf(role) < index && role !== "number" && role !== undefined) return "";
    if (index === main) return approvalText(approval, elsewhere);
    if (role === "date") return approval.day;
    if (role === person) return approval.who ?? "";
    if (role === "why") return approvalReason(approval);
    if (role === "status") return saidIn(approval).word;
    return role === "number" ? following(before[index] ?? "") : "";
  });
}

/** Whether cells record an approval: they name who gave it, or say that there is one. */
export const sayApproval = (cells: readonly string[], approval: Approval): boolean =>
  approval.who !== undefined || cells.some((cell) => cell.includes(saidIn(approval).word));

/** A number or an id that ends in one, counted on; empty where there is none. */
const following = (id: string): string => {
  const [, lead = "", digits] = /^([^\d]{0,20})(\d{1,6})\.?$/.exec(id) ?? [];
  return digits === undefined ? "" : lead + String(Number(digits) + 1).padStart(digits.length, "0");
};
