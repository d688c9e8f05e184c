import type { Question } from '../../assessment/interview.ts';
import { listOf, textOf, type RecordView } from '../../definition/record.ts';
import type { FieldValues } from '../../definition/values.ts';
import { deterministicRecordId } from '../../kernel/ids.ts';

/** Record id of the evidence that the answer to a question of a session becomes: the same whichever device saves it first. */
export function interviewEvidenceId(session: string, process: string, outcome: string): string {
  return deterministicRecordId(['interview', session, process, outcome]);
}

/** Fields of that evidence, but for what was said. It carries the session's marking. */
export function answerFields(
  assessment: RecordView,
  session: RecordView,
  { process, attribute, outcome }: Question,
  outcomes: readonly string[],
  actor: string,
): FieldValues {
  const lead = textOf(session, 'lead') || actor;
  const team = [lead, textOf(assessment, 'leadAssessor'), ...listOf(assessment, 'assessors')];
  const marking = textOf(session, 'marking');
  const { from } = session.fields;
  const code = attribute === '1.1' ? outcome : `${process} ${outcome}`;
  return {
    assessment: assessment.id,
    session: session.id,
    name: `${code}: interview ${session.number}`,
    kind: 'interview',
    processes: [process],
    attributes: [attribute],
    outcomes: [...outcomes],
    interviewer: lead,
    interviewed: listOf(session, 'participants').filter((person) => !team.includes(person)),
    ...(typeof from === 'number' ? { heldAt: from } : {}),
    ...(marking === '' ? {} : { marking }),
  };
}
