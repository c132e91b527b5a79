import type { Stage } from "../../template/status.ts";
import type { Level } from "../rule.ts";

/** Levels by stage, the implemented stage as strict as the approved one; a closed document is left in peace. */
export const levels = (
  draft: Level,
  review: Level,
  approved: Level,
  closed: Level = "off",
): Readonly<Record<Stage, Level>> => ({
  draft,
  review,
  approved,
  implemented: approved,
  closed,
});

/** Levels of a rule about the header, which stays in force as for a draft when a document is closed. */
export const headerLevels = (draft: Level, review: Level, approved: Level): Readonly<Record<Stage, Level>> =>
  levels(draft, review, approved, draft);

/** One level whatever the stage, for what has none, such as templates. */
export const always = (level: Level): Readonly<Record<Stage, Level>> => levels(level, level, level, level);
