import type { Command, WrittenEntry } from '#shared/engine/commands.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { Result } from '#shared/kernel/result.ts';

/** What became of one record of a bulk action. */
export interface BulkOutcome {
  readonly record: string;
  /** Empty where it was done. */
  readonly problems: readonly Problem[];
  readonly entries: readonly WrittenEntry[];
}

export interface BulkProgress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
}

type Execute = (
  command: Command,
) => Promise<Result<{ readonly entries: readonly WrittenEntry[] }, readonly Problem[]>>;

/**
 * Does the same with many records, one after the other: each is its own command, so one refusal does not stop the rest.
 * Ends early, with what was done so far, once `signal` is aborted.
 */
export async function runBulk(
  records: readonly string[],
  commandFor: (record: string) => Command,
  execute: Execute,
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: BulkProgress) => void },
): Promise<readonly BulkOutcome[]> {
  const outcomes: BulkOutcome[] = [];
  let failed = 0;
  for (const record of records) {
    if (options.signal.aborted) break;
    const result = await execute(commandFor(record));
    if (!result.ok) failed += 1;
    outcomes.push(
      result.ok
        ? { record, problems: [], entries: result.value.entries }
        : { record, problems: result.error, entries: [] },
    );
    options.onProgress({ done: outcomes.length, total: records.length, failed });
  }
  return outcomes;
}
