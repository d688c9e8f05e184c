import { useMemo } from 'react';
import { useConfig, useNow, useRecords, useRecordsById } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { toLocalInput } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { classFaults } from '#shared/assessment/class-rules.ts';
import { coverageOf, type Coverage } from '#shared/assessment/coverage.ts';
import { scheduleFaults } from '#shared/assessment/schedule.ts';
import { processesOf, type AssessmentPlan, type ItemSource } from '#shared/assessment/workbook.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { assignmentsOf } from '#shared/engine/assignments.ts';
import { planOf } from '#shared/processes/improvement/plan.ts';
import {
  assessmentClass,
  evidencePiece,
  plannedSession,
  processHolders,
} from '#shared/processes/improvement/plan-parts.ts';
import { namedInPlan, planRemarks } from '#shared/processes/improvement/plan-remarks.ts';
import type { Remark } from '#shared/processes/improvement/remark.ts';

/** Sessions and pieces of evidence of one assessment that are read at once. */
const most = 3000;

/** What an assessment is planned with, and what its plan lacks. */
export interface PlanParts {
  readonly plan: AssessmentPlan;
  /** In the order of time; those that were called off too. */
  readonly sessions: readonly RecordView[];
  readonly evidence: readonly RecordView[];
  readonly coverage: Coverage;
  readonly remarks: readonly Remark[];
}

/** The parts of an assessment's plan, live; undefined until they are read. */
export function usePlanParts(assessment: RecordView, source: ItemSource): PlanParts | undefined {
  const config = useConfig();
  const zone = useZone();
  const now = useNow();
  const where = [{ column: 'assessment', in: [assessment.id] }];
  const found = useRecords(
    [
      { type: 'assessment-session', where, sort: [{ column: 'from' }] },
      { type: 'evidence', where, sort: [{ column: 'number' }] },
    ],
    most,
  );
  const team = [textOf(assessment, 'leadAssessor'), ...listOf(assessment, 'assessors')];
  const people = useRecordsById([...new Set(team)].sort());
  const sessions = useMemo(() => found?.filter(({ type }) => type === 'assessment-session'), [found]);
  const labels = useTitles(namedInPlan({ assessment, sessions: sessions ?? [] }));
  return useMemo(() => {
    if (!found || !sessions) return undefined;
    const evidence = found.filter(({ type }) => type === 'evidence');
    const plan = planOf(assessment);
    const processes = processesOf(plan);
    const coverage = coverageOf(plan, source, evidence.map(evidencePiece));
    const holders = processHolders(assignmentsOf(config.all('assignment')), people ?? [], processes, now);
    const remarks = planRemarks({
      assessment,
      sessions,
      evidence,
      coverage,
      scheduleFaults: scheduleFaults(
        sessions.flatMap((session) => plannedSession(session) ?? []),
        {
          from: textOf(assessment, 'from'),
          until: textOf(assessment, 'until'),
          processes,
          dayOf: (at) => toLocalInput(at, zone).slice(0, 10),
        },
      ),
      classFaults: classFaults(
        assessmentClass(assessment),
        plan,
        { lead: textOf(assessment, 'leadAssessor'), assessors: listOf(assessment, 'assessors') },
        holders,
      ),
      unknown: processes.filter((process) => source.outcomes(process).length === 0),
      now,
      nameOf: (id) => labels.get(id) ?? '…',
    });
    return { plan, sessions, evidence, coverage, remarks };
  }, [found, sessions, assessment, source, config, people, now, zone, labels]);
}
