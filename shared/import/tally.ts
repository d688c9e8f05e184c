import type { RecordView } from '../definition/record.ts';
import type { Problem } from '../kernel/errors.ts';
import type { Fate, Planned } from './known.ts';
import { isRefused, type Refused } from './plan-file.ts';

/** What an import would do, or did. Plain data. */
export interface ImportTally {
  readonly rows: number;
  readonly records: Readonly<Record<Fate, number>>;
  /** Lines that are here from an earlier run. */
  readonly knownRows: number;
  readonly entries: number;
  /** Records that are made because rows name them, by record type. */
  readonly made: Readonly<Record<string, number>>;
  /** Why lines are refused, in the order of the file; the first `mostListed`. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  /** Lines with at least one problem. */
  readonly refusedLines: number;
  readonly notices: readonly Problem[];
  readonly noticeCount: number;
  /** The first records as they would look. */
  readonly previews: readonly Preview[];
}

export interface Preview {
  readonly line: number;
  readonly fate: Fate;
  readonly record: RecordView;
}

/** Problems that a page lists; all of them go to whoever watches the tally. */
export const mostListed = 200;
export const mostPreviews = 20;

/** Is told every problem, without a limit. */
export interface ProblemWatch {
  readonly refuse: (found: Problem) => void;
  readonly tell: (found: Problem) => void;
}

/** Adds up what planning a file gives. */
export class Tallier {
  readonly #records: Record<Fate, number> = { new: 0, changed: 0, same: 0, skipped: 0 };
  readonly #made: Record<string, number> = {};
  readonly #problems: Problem[] = [];
  readonly #notices: Problem[] = [];
  readonly #previews: Preview[] = [];
  readonly #refused = new Set<number>();
  #rows = 0;
  #knownRows = 0;
  #entries = 0;
  #problemCount = 0;
  #noticeCount = 0;
  readonly #watch: ProblemWatch | undefined;

  constructor(watch?: ProblemWatch) {
    this.#watch = watch;
  }

  /** Rows that have been planned so far. */
  get rows(): number {
    return this.#rows;
  }

  get problemCount(): number {
    return this.#problemCount;
  }

  /** Records that rows name and that are made first. */
  addMade(types: readonly string[], problems: readonly Problem[]): void {
    for (const type of types) this.#made[type] = (this.#made[type] ?? 0) + 1;
    this.#entries += types.length;
    this.#addProblems(problems, 0);
  }

  add(step: Planned | Refused): void {
    if (isRefused(step)) {
      this.#addProblems(step.problems, step.line);
      return;
    }
    const { plan, decided } = step;
    const line = plan.record.line;
    this.#rows += plan.lines.length;
    this.#addProblems([...plan.problems, ...decided.problems], line);
    this.#noticeCount += plan.notices.length;
    for (const notice of plan.notices) {
      this.#watch?.tell(notice);
      if (this.#notices.length < mostListed) this.#notices.push(notice);
    }
    this.#records[decided.fate] += 1;
    this.#knownRows += decided.known;
    this.#entries += decided.record.intentions.length;
    const hasPreview = this.#previews.length < mostPreviews && plan.problems.length === 0;
    if (hasPreview)
      this.#previews.push({ line, fate: decided.fate, record: { ...plan.view, life: [...plan.view.life] } });
  }

  result(): ImportTally {
    return {
      rows: this.#rows,
      records: { ...this.#records },
      knownRows: this.#knownRows,
      entries: this.#entries,
      made: { ...this.#made },
      problems: this.#problems,
      problemCount: this.#problemCount,
      refusedLines: this.#refused.size,
      notices: this.#notices,
      noticeCount: this.#noticeCount,
      previews: this.#previews,
    };
  }

  #addProblems(problems: readonly Problem[], line: number): void {
    this.#problemCount += problems.length;
    for (const found of problems) {
      this.#refused.add(found.what?.line ?? line);
      this.#watch?.refuse(found);
      if (this.#problems.length < mostListed) this.#problems.push(found);
    }
  }
}
