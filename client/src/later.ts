/** Something that is done when it was quiet for a while. */
export interface Later {
  /** Does it after the pause, which begins anew each time. */
  readonly soon: () => void;
  readonly dispose: () => void;
}

/** Does `run` once, `milliseconds` behind the last time it was asked for. */
export function later(milliseconds: number, run: () => unknown): Later {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(run, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}
