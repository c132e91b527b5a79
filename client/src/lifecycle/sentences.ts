import type { StandingAgainst } from "../../../server/src/protocol/lifecycle.ts";
import type { Translate } from "../status-text.ts";

/** How many findings stand against a step. */
export const standing = ({ errors, warnings }: Pick<StandingAgainst, "errors" | "warnings">): number =>
  errors + warnings;

/** One sentence: how many findings stand against the step that leads to a stage. */
export function verdict(against: StandingAgainst, translate: Translate): string {
  const isReady = standing(against) === 0;
  const count = counted(against, translate);
  switch (against.stage) {
    case "review":
      return isReady
        ? translate("Nothing stands against a review.")
        : translate("Against a review: {0}.", count);
    case "approved":
      return isReady
        ? translate("Nothing stands against an approval.")
        : translate("Against an approval: {0}.", count);
    case "implemented":
      return isReady
        ? translate("Nothing stands against marking it as implemented.")
        : translate("Against marking it as implemented: {0}.", count);
    default:
      return isReady ? translate("Nothing is left to mend.") : translate("Left to mend: {0}.", count);
  }
}

function counted({ errors, warnings }: StandingAgainst, translate: Translate): string {
  const some = [
    ...(errors === 0 ? [] : [errors === 1 ? translate("1 error") : translate("{0} errors", errors)]),
    ...(warnings === 0
      ? []
      : [warnings === 1 ? translate("1 warning") : translate("{0} warnings", warnings)]),
  ];
  const [first = "", second] = some;
  return second === undefined ? first : translate("{0} and {1}", first, second);
}
