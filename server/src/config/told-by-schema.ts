import type { MessageId } from "../messages/message.ts";
import type { ConfigProblem } from "./config.ts";

// Kept in step with the schema by test/config/schema.test.ts.
const told: ReadonlySet<MessageId> = new Set<MessageId>([
  "config.not-object",
  "config.syntax",
  "config.unknown-key",
  "config.unknown-key-near",
  "config.duplicate-key",
  "config.not-type",
  "config.empty",
  "config.no-include",
  "config.no-value",
  "config.no-value-near",
  "config.unknown-rule",
  "config.unknown-rule-near",
  "config.unknown-preset",
  "config.unknown-preset-near",
  "config.bad-pattern",
]);

/** Whether an editor that knows our JSON schema tells the same by itself, as VS Code does beside us. */
export const toldBySchema = ({ message }: Pick<ConfigProblem, "message">): boolean => told.has(message.id);
