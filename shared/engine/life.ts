import type { LifeStep, RecordView } from '../definition/record.ts';

/** How often an action was done in the record's life. */
export function countActs(record: RecordView, ...actions: readonly string[]): number {
  return record.life.filter((step) => actions.includes(step.action)).length;
}

/** Epoch ms at which a state was entered first, from another state. */
export function firstEntered(record: RecordView, state: string): number | null {
  return record.life.find((step) => step.to === state && step.from !== state)?.at ?? null;
}

/** Epoch ms at which a state was entered last, from another state. */
export function lastEntered(record: RecordView, state: string): number | null {
  return record.life.findLast((step) => step.to === state && step.from !== state)?.at ?? null;
}

export interface Stay {
  readonly state: string;
  readonly from: number;
  /** Undefined while the record is still there. */
  readonly until: number | undefined;
  /** The step that began the stay; undefined for the first state. */
  readonly step: LifeStep | undefined;
}

/**
 * The record's stays in its states, in order and without gaps. Times that run backwards (a clock that jumped, a late log)
 * are taken as no earlier than the step before. A step that keeps the state begins a new stay, as its inputs may differ.
 */
export function stays(record: RecordView): readonly Stay[] {
  const first = record.life[0]?.from;
  let from = record.createdAt;
  const list: Stay[] = [];
  let state = first ?? record.state;
  let step: LifeStep | undefined;
  for (const next of record.life) {
    const at = Math.max(from, next.at);
    list.push({ state, from, until: at, step });
    ({ to: state } = next);
    from = at;
    step = next;
  }
  list.push({ state, from, until: undefined, step });
  return list;
}
