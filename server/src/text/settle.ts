/** A text on its way, and how much of it is left to mend. */
export interface Mending {
  readonly text: string;
  readonly open: number;
}

// So many steps may pass without a better text. One step may bring to light what the next ones mend.
const patience = 20;

/**
 * Takes step after step until nothing is open, a text comes back, or the steps lead nowhere. What comes back is
 * the first of the best texts on the way, by the number that is open: `start` itself where no step made
 * anything better. So it ends whatever `step` does, and from its own result it comes to the same result.
 */
export function settle<State extends Mending>(start: State, step: (state: State) => State): State {
  const seen = new Set<string>();
  let best = start;
  let idle = 0;
  for (let state = start; state.open > 0 && idle < patience && !seen.has(state.text);) {
    seen.add(state.text);
    state = step(state);
    idle++;
    if (state.open < best.open) {
      best = state;
      idle = 0;
    }
  }
  return best;
}
