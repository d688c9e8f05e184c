import { isReviewed } from '#shared/processes/incident/rules.ts';
import { isEmpty } from '#shared/definition/values.ts';
import type { LifeStep, RecordView } from '#shared/definition/record.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

export interface ReviewPart {
  readonly field: string;
  readonly label: string;
  readonly isNeeded: boolean;
  readonly isFilled: boolean;
}

export interface Review {
  /** `later`: service comes first; `due`: it can be held now; `done`: held since the last resolution. */
  readonly status: 'later' | 'due' | 'done';
  /** A review was held before the incident was reopened. */
  readonly isAskedAnew: boolean;
  readonly completed: LifeStep | undefined;
  readonly parts: readonly ReviewPart[];
  readonly filled: number;
  readonly needed: number;
}

/** How the review of a major incident stands (INC-15). */
export function readReview(type: RecordType, record: RecordView): Review {
  const transition = type.lifecycle.transitions.find(({ action }) => action === 'completeReview');
  const needs = transition?.needs ?? [];
  const parts = [...needs, ...(transition?.offers ?? [])].map((field) => ({
    field,
    label: type.fields[field]?.label ?? field,
    isNeeded: needs.includes(field),
    isFilled: !isEmpty(record.fields[field]),
  }));
  const last = record.life.findLast((step) => step.action === 'completeReview');
  const isDone = isReviewed(record);
  const mayBeHeld = record.state === 'resolved' || record.state === 'closed';
  return {
    status: isDone ? 'done' : mayBeHeld ? 'due' : 'later',
    isAskedAnew: !isDone && last !== undefined,
    completed: isDone ? last : undefined,
    parts,
    filled: parts.filter((part) => part.isNeeded && part.isFilled).length,
    needed: needs.length,
  };
}
