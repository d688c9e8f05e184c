import type { ClassFault } from '../../assessment/class-rules.ts';
import type { Coverage } from '../../assessment/coverage.ts';
import type { ScheduleFault } from '../../assessment/schedule.ts';
import type { RecordView } from '../../definition/record.ts';
import { isEmpty } from '../../definition/values.ts';

/** Something that a step of an assessment still lacks. It is told, and stops nothing: the lead assessor may know better. */
export interface Remark {
  /** State of the assessment in which it should be settled. */
  readonly step: string;
  readonly says: string;
  /** Records that it is about; empty where it is about the assessment itself. */
  readonly records: readonly string[];
}

/** All that remarks are made from. */
export interface PlanFacts {
  readonly assessment: RecordView;
  readonly sessions: readonly RecordView[];
  readonly evidence: readonly RecordView[];
  readonly coverage: Coverage;
  readonly scheduleFaults: readonly ScheduleFault[];
  readonly classFaults: readonly ClassFault[];
  /** Processes in scope that the reference model does not know. */
  readonly unknown: readonly string[];
  readonly now: number;
  /** Title of a person or session. */
  readonly nameOf: (id: string) => string;
}

/** Fields that should be filled, each with what is said where it is not. */
type Missing = readonly (readonly [field: string, says: string])[];

export function fieldRemarks({ assessment }: PlanFacts, step: string, fields: Missing): readonly Remark[] {
  return fields
    .filter(([field]) => isEmpty(assessment.fields[field]))
    .map(([, says]) => ({ step, says, records: [] }));
}

/** One remark about several records. */
export function about(
  records: readonly RecordView[],
  step: string,
  words: (n: number) => string,
): readonly Remark[] {
  return records.length === 0
    ? []
    : [
        {
          step,
          says: `${words(records.length)}: ${some(records.map(({ number }) => number))}.`,
          records: records.map(({ id }) => id),
        },
      ];
}

export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

const mostNamed = 6;

/** Names the first few, and says how many more there are. */
export function some(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return more > 0 ? `${names.slice(0, mostNamed).join(', ')} and ${more} more` : names.join(', ');
}

export function quoted(title: string): string {
  return `“${title}”`;
}
