import { readable } from "../syntax/document.ts";
import type { Analysis, Part } from "../service.ts";
import type { Analyses, DocumentJudging } from "../workspace/analyses.ts";
import type { Analysed } from "../template/analysed.ts";
import type { Host } from "./host.ts";

/** What is to be judged: one version of an open document, by what is known of it. */
export interface JudgingSubject {
  readonly uri: string;
  readonly analysed: Analysed;
  readonly judging: DocumentJudging;
}

/** Whoever waits for an analysis. */
export interface Waiting {
  /** Throws where nobody waits any more. */
  stop(): void;
  /** Whether it is still about this version of the document. */
  isCurrent(): boolean;
  /** Takes what has been found when others have waited long enough, with `isPart`. */
  readonly soon: boolean;
}

/** An analysis, or as much of it as there is. */
export interface Judged {
  readonly analysis: Analysis;
  readonly isPart: boolean;
}

/**
 * Judges documents without keeping others waiting. What has not been judged before, or is long, is judged in slices,
 * between which messages are read. Whoever waits drives the work on, and several who wait for the same drive the same
 * work, so that it rests when all of them were cancelled and ends when somebody types.
 */
export interface Judgings {
  /** Nothing where the document has become another one, or is to be judged by something else. */
  of(subject: JudgingSubject, waiting: Waiting): Promise<Judged | undefined>;
  closed(uri: string): void;
}

interface Job extends JudgingSubject {
  readonly steps: Generator<Part, Analysis, undefined>;
  part: Part | undefined;
  /** How many problems there were when somebody last looked for what could be told. */
  looked: number;
  analysis: Analysis | undefined;
}

// So long, in milliseconds, nothing else is done. With what comes before and behind it, that is below what anybody feels.
const slice = 8;

// What is judged within so many milliseconds is told as a whole, since two answers cost more. After them, the first
// finding is told as soon as there is one.
const glance = 3;

// So long, in milliseconds, an answer is waited for that tells of something: that nothing is known yet is no news, and
// each answer but the last is a message more, to which the client answers with one.
const patience = 60;

/** Longer texts, in UTF-16 code units, may take longer than that at an edit as well. */
const long = 200_000;

/** Judges by `analyses`, which keep what was judged. */
export function createJudgings(
  analyses: Analyses,
  { now, nextTurn }: Pick<Host, "now" | "nextTurn">,
): Judgings {
  const jobs = new Map<string, Job>();

  const jobFor = (subject: JudgingSubject): Job => {
    const { uri, analysed, judging } = subject;
    const known = jobs.get(uri);
    if (known && analyses.isSame(known, subject)) return known;
    const job: Job = {
      ...subject,
      steps: analyses.judgeInSteps(uri, analysed, judging),
      part: undefined,
      looked: 0,
      analysis: undefined,
    };
    jobs.set(uri, job);
    return job;
  };

  /** Works for a while, or until there is something to tell to somebody who waits for that. */
  const drive = (job: Job, soon: boolean): void => {
    const began = now();
    while (!job.analysis) {
      const step = job.steps.next();
      if (step.done === true) job.analysis = step.value;
      else job.part = step.value;
      const news = soon && (job.part?.found ?? 0) > job.looked;
      if (now() - began >= (news ? glance : slice)) return;
    }
  };

  return {
    async of(subject, { stop, isCurrent, soon }) {
      const { uri, analysed, judging } = subject;
      if (analyses.hasJudged(uri) && readable(analysed.doc).length < long) {
        jobs.delete(uri);
        return { analysis: analyses.judge(uri, analysed, judging), isPart: false };
      }
      const job = jobFor(subject);
      const began = now();
      const early = soon && !analyses.hasJudged(uri);
      for (;;) {
        drive(job, early);
        if (job.analysis) {
          if (jobs.get(uri) === job) jobs.delete(uri);
          return { analysis: job.analysis, isPart: false };
        }
        // What was told of the text before an edit must not go away until all is known again.
        if (early && job.part && !analyses.hasJudged(uri)) {
          const analysis = job.part.analysis();
          job.looked = job.part.found;
          const isWorthTelling = analysis.findings.length > 0 || now() - began >= patience;
          if (isWorthTelling) return { analysis, isPart: true };
        }
        await nextTurn();
        stop();
        const isMine = jobs.get(uri) === job;
        // Nothing holds on to a text that is gone.
        if (isMine && !isCurrent()) jobs.delete(uri);
        if (!isCurrent() || (!isMine && !job.analysis)) return undefined;
      }
    },
    closed: (uri) => void jobs.delete(uri),
  };
}
