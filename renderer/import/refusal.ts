import { problem, type Problem } from '#shared/kernel/errors.ts';

/** Why an import cannot go on: several problems at once. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems[0]?.message ?? 'The import was refused.');
    this.name = 'Refusal';
    this.problems = problems;
  }
}

/** A line that is refused stops the writing: all of the file or nothing. */
export function throwIfRefused(file: string, problems: readonly Problem[]): void {
  const [first] = problems;
  if (!first) return;
  const line = first.what?.line ?? 0;
  throw new Refusal([problem('OUT-IMP-011', { file, line, reason: first.message })]);
}
