import type { AssessmentClass, ProcessHolder } from '../../assessment/class-rules.ts';
import type { EvidencePiece } from '../../assessment/coverage.ts';
import type { PlannedSession } from '../../assessment/schedule.ts';
import type { Role } from '../../definition/permission.ts';
import { listOf, textOf, type RecordView } from '../../definition/record.ts';
import { roleFacts } from '../../definition/roles.ts';
import { isInForce, type Assignment } from '../../engine/assignments.ts';

/** Reads a session of the schedule; undefined where it has no times, or was called off. */
export function plannedSession(record: RecordView): PlannedSession | undefined {
  const { from, until } = record.fields;
  if (record.state === 'calledOff' || typeof from !== 'number' || typeof until !== 'number') return undefined;
  const lead = textOf(record, 'lead');
  const people = [...new Set([...(lead === '' ? [] : [lead]), ...listOf(record, 'participants')])];
  return {
    id: record.id,
    title: textOf(record, 'name'),
    from,
    until,
    processes: listOf(record, 'processes'),
    people,
  };
}

/** Reads an evidence record as far as coverage looks at it. */
export function evidencePiece(record: RecordView): EvidencePiece {
  return {
    id: record.id,
    state: record.state,
    processes: listOf(record, 'processes'),
    attributes: listOf(record, 'attributes').map((code) => code.replace(/^PA ?/i, '')),
    outcomes: listOf(record, 'outcomes'),
  };
}

export function assessmentClass(assessment: RecordView): AssessmentClass {
  const value = textOf(assessment, 'class');
  return value === '1' || value === '2' ? value : '3';
}

/** Roles that answer for a process or run it: who holds one for a process cannot judge it from outside. */
const running: readonly Role[] = ['processOwner', 'processManager'];

/**
 * Who owns or runs each process now, by role assignments, their deputies included. Where nobody owns the process itself,
 * whoever has the role for the whole unit owns it, by assignment or on their record.
 */
export function processHolders(
  assignments: readonly Assignment[],
  people: readonly RecordView[],
  processes: readonly string[],
  now: number,
): readonly ProcessHolder[] {
  const held = assignments.filter((one) => running.includes(one.role) && isInForce(one, now));
  const wholeUnit = [
    ...held.filter(({ scope }) => scope === 'workspace').flatMap(holdersOf),
    ...people.flatMap((person) =>
      running
        .filter((role) => listOf(person, 'roles').includes(role))
        .map((role) => ({ person: person.id, role: wordsOf(role) })),
    ),
  ];
  return processes.flatMap((process) => {
    const own = held.filter(({ scope, of }) => scope === 'process' && of === process);
    const isOwned = own.some(({ role }) => role === 'processOwner');
    return [...own.flatMap(holdersOf), ...(isOwned ? [] : wholeUnit)].map((one) => ({ ...one, process }));
  });
}

function holdersOf({ role, person, delegate }: Assignment): readonly Omit<ProcessHolder, 'process'>[] {
  return [person, delegate].filter((one) => one !== '').map((one) => ({ person: one, role: wordsOf(role) }));
}

function wordsOf(role: Role): string {
  return roleFacts(role).label.toLowerCase();
}

/** Is a request for evidence late? */
export function isOverdue(record: RecordView, now: number): boolean {
  const due = record.fields['dueOn'];
  return record.state === 'requested' && typeof due === 'number' && due < now;
}
