import { message, type Message } from "../messages/message.ts";
import type { Level } from "../rules/rule.ts";
import { stages, type Stage } from "../template/status.ts";
import type { Settings } from "./settings.ts";
import { defaults, levels } from "./table.ts";

/** Settings that can be relied on, and what was wrong with those that were given. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly problems: readonly Message[];
}

/**
 * The settings that the section `designDocs` says. Total: a value of the wrong shape falls back to its
 * default and makes a problem; nothing at all means the defaults. `ruleIds` are the rules that exist.
 */
export function parseSettings(given: unknown, ruleIds: readonly string[]): ParsedSettings {
  const problems: Message[] = [];
  if (given === undefined || given === null) return { settings: defaults, problems };
  if (!isRecord(given))
    return { settings: defaults, problems: [message("server.settings-not-record", { key: "designDocs" })] };

  const read = <T>(
    key: string,
    value: unknown,
    is: (value: unknown) => value is T,
    otherwise: T,
    wrong: Message,
  ): T => {
    if (value === undefined || value === null) return otherwise;
    if (is(value)) return value;
    problems.push({ ...wrong, args: { ...wrong.args, key: `designDocs.${key}` } });
    return otherwise;
  };
  const globs = (key: "include" | "exclude"): readonly string[] =>
    read(key, given[key], isGlobs, defaults[key], message("server.settings-not-globs"));
  const review = read("review", given["review"], isRecord, {}, message("server.settings-not-record"));
  const people = read("people", given["people"], isRecord, {}, message("server.settings-not-record"));
  const outline = read("outline", given["outline"], isRecord, {}, message("server.settings-not-record"));

  return {
    settings: {
      include: globs("include"),
      exclude: globs("exclude"),
      rules: rulesOf(
        read("rules", given["rules"], isRecord, {}, message("server.settings-not-record")),
        ruleIds,
        problems,
      ),
      outline: {
        enabled: read(
          "outline.enabled",
          outline["enabled"],
          (value) => typeof value === "boolean",
          defaults.outline.enabled,
          message("server.settings-not-boolean"),
        ),
      },
      codeLens: read(
        "codeLens",
        given["codeLens"],
        (value) => typeof value === "boolean",
        defaults.codeLens,
        message("server.settings-not-boolean"),
      ),
      run: read("run", given["run"], isRun, defaults.run, message("server.settings-not-run")),
      people: peopleOf(people, problems),
      reviewDays: read(
        "review.days",
        review["days"],
        isDays,
        defaults.reviewDays,
        message("server.settings-not-days"),
      ),
      toldElsewhere: defaults.toldElsewhere,
      author: read(
        "author",
        given["author"],
        isText,
        defaults.author,
        message("server.settings-not-text"),
      ).trim(),
    },
    problems,
  };
}

function rulesOf(
  given: Readonly<Record<string, unknown>>,
  ruleIds: readonly string[],
  problems: Message[],
): Settings["rules"] {
  const rules: Record<string, Settings["rules"][string]> = {};
  for (const [rule, value] of Object.entries(given)) {
    if (!ruleIds.includes(rule)) problems.push(message("server.settings-unknown-rule", { rule }));
    else if (isLevel(value)) rules[rule] = value;
    else if (isRecord(value)) rules[rule] = byStage(rule, value, problems);
    else problems.push(message("server.settings-not-level", { rule, levels: levels.join(", ") }));
  }
  return rules;
}

function byStage(
  rule: string,
  given: Readonly<Record<string, unknown>>,
  problems: Message[],
): Readonly<Partial<Record<Stage, Level>>> {
  const chosen: Partial<Record<Stage, Level>> = {};
  for (const [stage, value] of Object.entries(given)) {
    const known = stages.find((name) => name === stage);
    if (known === undefined)
      problems.push(message("server.settings-unknown-stage", { rule, stage, stages: stages.join(", ") }));
    else if (isLevel(value)) chosen[known] = value;
    else
      problems.push(
        message("server.settings-not-level", { rule: `${rule}.${stage}`, levels: levels.join(", ") }),
      );
  }
  return chosen;
}

/** The handles by name or address, in lower case; an entry that is no handle is left out. */
function peopleOf(given: Readonly<Record<string, unknown>>, problems: Message[]): Settings["people"] {
  const people: Record<string, string> = {};
  for (const [name, handle] of Object.entries(given)) {
    if (typeof handle === "string" && /^@\S+$/.test(handle.trim()))
      people[name.trim().toLowerCase()] = handle.trim();
    else problems.push(message("server.settings-not-handle", { name }));
  }
  return people;
}

const isRun = (value: unknown): value is Settings["run"] => value === "onType" || value === "onSave";

const isDays = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 3650;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === "string";

const isGlobs = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.every((glob) => isText(glob) && glob.trim() !== "" && glob.length <= longestGlob);

// The glob library refuses longer ones.
const longestGlob = 60_000;

const isLevel = (value: unknown): value is Level => levels.some((level) => level === value);
