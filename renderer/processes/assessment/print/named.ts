import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import type { AssessmentContent } from '../AssessmentPage.tsx';

const single = ['sponsor', 'leadAssessor', 'coordinator', 'lead', 'askedOf', 'interviewer'];
const several = ['assessors', 'participants', 'interviewed'];

/** All records that a deliverable names: those it is about, and the people in them. */
export function namedOnPaper({
  assessment,
  parts,
}: Pick<AssessmentContent, 'assessment' | 'parts'>): readonly string[] {
  const records = [assessment, ...parts.sessions, ...parts.evidence];
  return [...new Set(records.flatMap((record) => [record.id, ...peopleIn(record)]))];
}

function peopleIn(record: RecordView): readonly string[] {
  const named = [
    ...single.map((field) => textOf(record, field)),
    ...several.flatMap((field) => listOf(record, field)),
    ...record.life.map(({ actor }) => actor),
  ];
  return named.filter((id) => id !== '');
}
