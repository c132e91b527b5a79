/** How an index is sorted and grouped, as its first comment says. */
export interface IndexOptions {
  readonly sort: "date" | "title" | "status" | "number";
  readonly group: "none" | "status" | "folder";
}

const sorts: readonly IndexOptions["sort"][] = ["date", "title", "status", "number"];
const groups: readonly IndexOptions["group"][] = ["none", "status", "folder"];

/**
 * Reads what stands behind `index` in `<!-- design-docs: index; sort: title; group: status -->`. What cannot be read
 * is as if it were not there: the newest first, in one table.
 */
export function readIndexOptions(text: string): IndexOptions {
  const said = new Map(
    text
      .slice(0, 200)
      .toLowerCase()
      .split(/[;,]/)
      .map((part) => part.split(":").map((word) => word.trim()))
      .map(([key = "", value = ""]) => [key, value] as const),
  );
  return {
    sort: sorts.find((one) => one === said.get("sort")) ?? "date",
    group: groups.find((one) => one === said.get("group")) ?? "none",
  };
}
