import { processesOf, type AssessmentPlan } from '#shared/assessment/workbook.ts';
import { listOf, type RecordView } from '#shared/definition/record.ts';

/** The processes that a session asks about: its own as far as they are in scope, else all in scope. */
export function asksAbout(session: RecordView, plan: AssessmentPlan): readonly string[] {
  const scope = processesOf(plan);
  const own = listOf(session, 'processes');
  const asked = scope.filter((process) => own.includes(process));
  return asked.length > 0 ? asked : scope;
}
