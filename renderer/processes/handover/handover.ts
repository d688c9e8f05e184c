import type { Config } from '#shared/definition/config.ts';
import type { StateClass } from '#shared/definition/lifecycle.ts';
import type { Condition, Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { LifeStep, RecordView } from '#shared/definition/record.ts';
import { columnOf } from '#shared/engine/columns.ts';
import { clocksOf } from '#shared/engine/sla.ts';
import { isIn, type Period } from './period.ts';

/** A record in the report and the instant for which it stands there, epoch ms. */
export interface HandoverItem {
  readonly type: RecordType;
  readonly record: RecordView;
  readonly at: number;
  /** Which target was missed; only among the missed. */
  readonly clock?: string;
}

/** What happened to the records of one type in a period. Each list by time. */
export interface TypeHandover {
  readonly type: RecordType;
  readonly opened: readonly HandoverItem[];
  readonly resolved: readonly HandoverItem[];
  readonly reopened: readonly HandoverItem[];
  readonly missed: readonly HandoverItem[];
}

/** Records that may have something to report: touched or opened since the period began, or with a target that fell into it. */
export function candidates(type: RecordType, { from, to }: Period): Query {
  const any: readonly Condition[] = [
    { column: 'updatedAt', from },
    { column: 'createdAt', from, below: to },
    ...(columnOf(type, 'resolvedAt') ? [{ column: 'resolvedAt', from, below: to }] : []),
    ...type.clocks.map(({ name }) => ({ column: `${name}Due`, from, below: to })),
  ];
  return { type: type.name, where: [{ any }] };
}

function classOf(type: RecordType, state: string): StateClass | undefined {
  return type.lifecycle.states[state]?.class;
}

function isStill(stateClass: StateClass | undefined): boolean {
  return stateClass === 'open' || stateClass === 'waiting';
}

/** The last step of the period that does what `is` says. */
function lastStep(record: RecordView, period: Period, is: (step: LifeStep) => boolean): LifeStep | undefined {
  return record.life.findLast((step) => isIn(period, step.at) && is(step));
}

/**
 * What a shift did with the records of a type: opened, resolved, reopened and missed in the period. A record stands once in
 * each list, with the last time it happened; one that was resolved and reopened stands in both.
 * @param now instant up to which clocks are read, so that a target that is still to come is not missed.
 */
export function typeHandover(
  type: RecordType,
  records: readonly RecordView[],
  config: Config,
  period: Period,
  now: number,
): TypeHandover {
  const opened: HandoverItem[] = [];
  const resolved: HandoverItem[] = [];
  const reopened: HandoverItem[] = [];
  const missed: HandoverItem[] = [];
  for (const record of records) {
    if (isIn(period, record.createdAt)) opened.push({ type, record, at: record.createdAt });
    const becameDone = lastStep(
      record,
      period,
      ({ from, to }) => isStill(classOf(type, from)) && classOf(type, to) === 'done',
    );
    if (becameDone) resolved.push({ type, record, at: becameDone.at });
    const cameBack = lastStep(
      record,
      period,
      ({ from, to }) => !isStill(classOf(type, from)) && isStill(classOf(type, to)),
    );
    if (cameBack) reopened.push({ type, record, at: cameBack.at });
    for (const { label, clock, isVoid } of clocksOf(type, record, config, now)) {
      const { breachedAt } = clock;
      if (!isVoid && breachedAt !== undefined && isIn(period, breachedAt)) {
        missed.push({ type, record, at: breachedAt, clock: label });
      }
    }
  }
  return {
    type,
    opened: byTime(opened),
    resolved: byTime(resolved),
    reopened: byTime(reopened),
    missed: byTime(missed),
  };
}

function byTime(items: readonly HandoverItem[]): readonly HandoverItem[] {
  return items.toSorted((a, b) => a.at - b.at);
}

/** Open records of a type. */
export function stillOpen(type: RecordType): Query {
  return { type: type.name, where: [{ column: 'stateClass', in: ['open', 'waiting'] }] };
}

/** Records of a type that wait for somebody, the one to be reminded of first on top. */
export function waitingNow(type: RecordType): Query {
  const column = columnOf(type, 'pendingUntil') ? 'pendingUntil' : 'updatedAt';
  return { type: type.name, where: [{ column: 'stateClass', in: ['waiting'] }], sort: [{ column }] };
}

/** Major records of a type that are open or were touched in the period; undefined where the type knows none. */
export function majors(type: RecordType, { from }: Period): Query | undefined {
  if (!columnOf(type, 'majorIncident')) return undefined;
  return {
    type: type.name,
    where: [
      { column: 'majorIncident', in: [true] },
      {
        any: [
          { column: 'stateClass', in: ['open', 'waiting'] },
          { column: 'updatedAt', from },
        ],
      },
    ],
  };
}

/** The lists behind the counted figures, for their links. */
export function openedIn(type: RecordType, { from, to }: Period): Query {
  return { type: type.name, where: [{ column: 'createdAt', from, below: to }] };
}
