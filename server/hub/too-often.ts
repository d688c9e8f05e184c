import { ProblemError, type Problem } from '#shared/kernel/errors.ts';

/** Somebody asked too often: the answer says when it is worth asking again. */
export class TooOften extends ProblemError {
  override readonly name = 'TooOften';
  /** Seconds. */
  readonly retryAfter: number;

  constructor(found: Problem, retryAfter: number) {
    super(found);
    this.retryAfter = retryAfter;
  }
}
