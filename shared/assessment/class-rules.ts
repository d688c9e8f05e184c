import { processesOf, type AssessmentPlan } from './workbook.ts';

/** Class of an assessment: 1 gives the most confidence. */
export type AssessmentClass = '1' | '2' | '3';

/** Somebody who answers for a process, or runs it. */
export interface ProcessHolder {
  readonly person: string;
  readonly process: string;
  /** As people say it: "process owner". */
  readonly role: string;
}

export interface AssessmentTeam {
  readonly lead: string;
  readonly assessors: readonly string[];
}

/** What the class asks for and the plan does not have. It is told, and stops nothing. */
export type ClassFault =
  | {
      readonly kind: 'instances';
      readonly process: string;
      readonly has: number;
      readonly asks: number;
    }
  | {
      readonly kind: 'independence';
      readonly person: string;
      readonly process: string;
      readonly role: string;
      readonly who: 'lead' | 'assessor';
    };

/** Instances of each process that a class asks for at least. */
export const leastInstances: Readonly<Record<AssessmentClass, number>> = { '1': 4, '2': 2, '3': 1 };

/** Who must have no part in a process that is assessed. Class 3 may be a look at oneself. */
export const mustBeIndependent: Readonly<Record<AssessmentClass, readonly ('lead' | 'assessor')[]>> = {
  '1': ['lead', 'assessor'],
  '2': ['lead'],
  '3': [],
};

/** Holds scope and team against the class, process by process in the order of the plan. */
export function classFaults(
  level: AssessmentClass,
  plan: AssessmentPlan,
  team: AssessmentTeam,
  holders: readonly ProcessHolder[],
): readonly ClassFault[] {
  return processesOf(plan).flatMap((process) => [
    ...instanceFaults(level, plan, process),
    ...dependentOnes(level, team, holders, process),
  ]);
}

function instanceFaults(
  level: AssessmentClass,
  { scope }: AssessmentPlan,
  process: string,
): readonly ClassFault[] {
  const has = scope.filter((line) => line.process === process).length;
  const asks = leastInstances[level];
  return has < asks ? [{ kind: 'instances', process, has, asks }] : [];
}

function dependentOnes(
  level: AssessmentClass,
  { lead, assessors }: AssessmentTeam,
  holders: readonly ProcessHolder[],
  process: string,
): readonly ClassFault[] {
  const people = [
    { person: lead, who: 'lead' as const },
    ...assessors.filter((one) => one !== lead).map((person) => ({ person, who: 'assessor' as const })),
  ];
  return people
    .filter(({ who }) => mustBeIndependent[level].includes(who))
    .flatMap(({ person, who }) => {
      const held = holders.find((one) => one.person === person && one.process === process);
      return held ? [{ kind: 'independence' as const, person, process, role: held.role, who }] : [];
    });
}
