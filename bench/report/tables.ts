import { median } from "../statistics.ts";
import { parts, type Figure, type Part, type Unit } from "./figures.ts";
import { targets, workspace, type Target } from "./targets.ts";

/** What each part measures, as a heading. */
const titles: Readonly<Record<Part, string>> = {
  sizes: "Sizes",
  start: "Start of the language server",
  open: "Opening a document",
  keys: "Keystrokes",
  parser: "Reading Markdown",
  index: "A workspace of 10,000 documents in the editor",
  cli: "The command line",
  activation: "Activation in VS Code",
};

/** A ratio with the middle of its rounds and their spread. */
interface Spread {
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

const spreadOf = (values: readonly number[]): Spread => ({
  middle: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/** The targets as a Markdown table, those of the parts that were measured. */
export function targetTable(figures: readonly Figure[]): string {
  const measured = new Set(figures.map(({ part }) => part));
  const rows = targets.filter(({ part }) => measured.has(part)).map((target) => targetRow(target, figures));
  return markdown(
    ["Measure", "On", "Ours", "Peer", "Ratio", "Target", ""],
    ["---", "---", "---:", "---:", "---:", "---:", "---"],
    rows,
  );
}

function targetRow(target: Target, figures: readonly Figure[]): readonly string[] {
  const { part, subject, measure, against, shown = measure } = target;
  const measuredOn = subject === workspace ? largest(figures, part) : subject;
  const ours = find(figures, part, measuredOn, measure, "ours");
  const peer =
    against && find(figures, part, against.subject ?? measuredOn, against.measure ?? measure, against.of);
  const compared = ours && (against ? peer && ratio(ours, peer) : spreadOf(ours.rounds));
  const wanted = `${target.least === undefined ? "≤" : "≥"} ${target.most ?? target.least ?? 0}${against ? " ×" : ""}`;
  return [
    shown,
    measuredOn,
    ours ? withUnit(ours) : "–",
    against ? (peer ? `${against.of}: ${withUnit(peer)}` : against.of) : "",
    against && compared ? shownSpread(compared, " ×") : "",
    wanted,
    compared ? (isMet(target, compared.middle) ? "met" : "**not met**") : "not measured",
  ];
}

const isMet = ({ most, least }: Target, value: number): boolean =>
  (most === undefined || value <= most) && (least === undefined || value >= least);

/** How many targets are met, and how many were measured. */
export function countMet(figures: readonly Figure[]): { readonly met: number; readonly measured: number } {
  const verdicts = targets.map((target) => targetRow(target, figures).at(-1));
  return {
    met: verdicts.filter((verdict) => verdict === "met").length,
    measured: verdicts.filter((verdict) => verdict !== "not measured").length,
  };
}

/** The subject with the most documents, by the number that it begins with. */
function largest(figures: readonly Figure[], part: Part): string {
  const countIn = (subject: string): number => Number(subject.replaceAll(",", "").split(" ")[0]);
  const subjects = figures.filter((figure) => figure.part === part).map(({ subject }) => subject);
  return subjects.toSorted((one, other) => countIn(other) - countIn(one))[0] ?? workspace;
}

const find = (
  figures: readonly Figure[],
  part: Part,
  subject: string,
  measure: string,
  of: string,
): Figure | undefined =>
  figures.find(
    (one) => one.part === part && one.subject === subject && one.measure === measure && one.of === of,
  );

/** Ours through the peer's, within each round where both have as many, else of their middles. */
function ratio(ours: Figure, peer: Figure): Spread {
  const paired = ours.rounds.length === peer.rounds.length;
  return paired
    ? spreadOf(ours.rounds.map((value, round) => value / (peer.rounds[round] ?? NaN)))
    : spreadOf([median(ours.rounds) / median(peer.rounds)]);
}

/** All figures of a part as Markdown: a table for each subject, a row for each measure, a column for each program. */
export function partTables(figures: readonly Figure[]): string {
  const texts = parts.flatMap((part) => {
    const own = figures.filter((figure) => figure.part === part);
    if (own.length === 0) return [];
    const subjects = Array.from(new Set(own.map(({ subject }) => subject)));
    const tables = subjects.map((subject) =>
      subjectTable(
        own.filter((one) => one.subject === subject),
        subject,
      ),
    );
    return [`### ${titles[part]}`, ...tables];
  });
  return texts.join("\n\n");
}

function subjectTable(figures: readonly Figure[], subject: string): string {
  const programs = Array.from(new Set(figures.map(({ of }) => of)));
  const measures = Array.from(new Set(figures.map(({ measure }) => measure)));
  const rows = measures.map((measure) => {
    const row = figures.filter((one) => one.measure === measure);
    const unit = row[0]?.unit ?? "ms";
    const cells = programs.map((of) => {
      const figure = row.find((one) => one.of === of);
      return figure ? shownSpread(spreadOf(figure.rounds)) : "–";
    });
    return [unit === "count" ? measure : `${measure} (${unit})`, ...cells];
  });
  return markdown([subject, ...programs], ["---", ...programs.map(() => "---:")], rows);
}

const withUnit = ({ rounds, unit }: Figure): string => `${shownSpread(spreadOf(rounds))}${unitText(unit)}`;

const unitText = (unit: Unit): string => (unit === "count" ? "" : ` ${unit}`);

/** The middle, and in brackets the least and the most where they differ. */
function shownSpread({ middle, least, most }: Spread, unit = ""): string {
  const [low, high] = [shown(least), shown(most)];
  const spread = low === high ? "" : ` (${low}–${high})`;
  return `${shown(middle)}${unit}${spread}`;
}

/** Three digits are all that a noisy machine can say. */
function shown(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  return Number(value.toPrecision(value < 0.1 ? 2 : 3)).toString();
}

function markdown(
  head: readonly string[],
  rule: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
