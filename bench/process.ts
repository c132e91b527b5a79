import { readdirSync, readFileSync } from "node:fs";

/** What a process has used so far; undefined where the system does not say (only Linux does). */
export interface Usage {
  /** Milliseconds of all its threads, those that have ended included. */
  readonly cpu: number;
  /** The most memory that it had at a time, in MB of 10^6 bytes. */
  readonly peak: number;
}

/** What Linux says of a process; undefined elsewhere, and where it has ended. */
export function usageOf(pid: number): Usage | undefined {
  const cpu = cpuOf(pid);
  const peak = peakOf(pid);
  return cpu === undefined || peak === undefined ? undefined : { cpu, peak };
}

const tick = 10;

/**
 * Milliseconds of processor time. Those of each thread come in nanoseconds, and the sum over threads that have ended
 * in ticks of 10 ms, so the former counts unless the latter is larger by more than its own error.
 */
export function cpuOf(pid: number): number | undefined {
  const all = read(`/proc/${pid}/stat`);
  if (all === undefined) return undefined;
  // The name of the program may have blanks and stands in brackets.
  const fields = all.slice(all.lastIndexOf(")") + 2).split(" ");
  const ticks = (Number(fields[11]) + Number(fields[12])) * tick;
  const threads = threadsOf(pid);
  return threads === undefined || Math.abs(ticks - threads) > 3 * tick ? ticks : threads;
}

function threadsOf(pid: number): number | undefined {
  let names: readonly string[];
  try {
    names = readdirSync(`/proc/${pid}/task`);
  } catch {
    return undefined;
  }
  const parts = names.map((name) => read(`/proc/${pid}/task/${name}/schedstat`)?.split(" ")[0]);
  return parts.reduce((sum, part) => sum + Number(part ?? 0), 0) / 1e6;
}

function peakOf(pid: number): number | undefined {
  const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
  return kilobytes === undefined ? undefined : (Number(kilobytes) * 1024) / 1e6;
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
