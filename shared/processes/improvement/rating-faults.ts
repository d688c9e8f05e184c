import { attributeCodes } from '../../assessment/attributes.ts';
import { plainOf, plainRatings, rangeOf, refinedRatings, type Rating } from '../../assessment/scale.ts';
import {
  attributesInScope,
  instancesOf,
  processesOf,
  targetOf,
  type AssessmentPlan,
} from '../../assessment/workbook.ts';
import type { Config } from '../../definition/config.ts';
import type { CrossFault } from '../../definition/record-type.ts';
import { listOf, textOf, type RecordView } from '../../definition/record.ts';
import { isEmpty } from '../../definition/values.ts';
import { endedStates, openedStates } from './assessment-lifecycle.ts';
import { assessedOf, planOf } from './plan.ts';

/** What an assessor's own rating must hold to: open, by one of the team, of the plan, on the scale. */
export function ratingFaults(record: RecordView, config: Config): readonly CrossFault[] {
  const assessment = config.get(textOf(record, 'assessment'));
  if (!assessment) return [];
  const answer = ['value', 'percent', 'comment', 'evidence'];
  return [
    ...closedFaults(assessment, openedStates, 'its ratings were opened', answer),
    ...teamFaults(record, assessment),
    ...answerFaults(record, assessment),
  ];
}

/** What an agreed rating must hold to: not ended, of the plan, on the scale. */
export function agreedFaults(record: RecordView, config: Config): readonly CrossFault[] {
  const assessment = config.get(textOf(record, 'assessment'));
  if (!assessment) return [];
  const answer = ['value', 'percent', 'reason', 'evidence'];
  return [
    ...closedFaults(assessment, endedStates, 'it has ended', answer),
    ...answerFaults(record, assessment),
  ];
}

/** Is the person in the team that rates? */
export function isInTeam(assessment: RecordView, person: string): boolean {
  return (
    person !== '' &&
    (textOf(assessment, 'leadAssessor') === person || listOf(assessment, 'assessors').includes(person))
  );
}

function closedFaults(
  { state, number }: RecordView,
  states: readonly string[],
  why: string,
  answer: readonly string[],
): readonly CrossFault[] {
  if (!states.includes(state)) return [];
  return [{ field: 'assessment', also: answer, says: `${number} takes no more ratings, as ${why}` }];
}

function teamFaults(record: RecordView, assessment: RecordView): readonly CrossFault[] {
  if (isInTeam(assessment, textOf(record, 'assessor'))) return [];
  const says = `only the team of ${assessment.number} rates; its lead assessor says who is in the team`;
  return [{ field: 'assessor', says }];
}

function answerFaults(record: RecordView, assessment: RecordView): readonly CrossFault[] {
  return [
    ...cellFaults(record, planOf(assessment), assessment.number),
    ...scaleFaults(record, assessment),
    ...percentFaults(record),
  ];
}

function cellFaults(record: RecordView, plan: AssessmentPlan, number: string): readonly CrossFault[] {
  const [process, item, instance] = [
    textOf(record, 'process'),
    textOf(record, 'item'),
    textOf(record, 'instance'),
  ];
  const attribute = attributeCodes.find((code) => code === textOf(record, 'attribute'));
  if (!processesOf(plan).includes(process))
    return [{ field: 'process', says: `it is not in the scope of ${number}` }];
  const faults: CrossFault[] = [];
  if (attribute && !attributesInScope(plan, process).includes(attribute)) {
    const says = `${process} is assessed up to level ${targetOf(plan, process)}, and PA ${attribute} is above it`;
    faults.push({ field: 'attribute', says });
  }
  const isByItem = plan.method.name === 'R1';
  if (isByItem !== (item !== '')) {
    const says = isByItem
      ? 'method R1 rates each outcome, and none is named'
      : `method ${plan.method.name} rates attributes as a whole`;
    faults.push({ field: 'item', says });
  }
  if (!instancesOf(plan, process).includes(instance)) {
    const says =
      plan.method.name === 'R3' ? 'method R3 knows no instances' : `${process} is not assessed in it`;
    faults.push({ field: 'instance', says });
  }
  return faults;
}

function scaleFaults(record: RecordView, assessment: RecordView): readonly CrossFault[] {
  const value = textOf(record, 'value');
  const scale: readonly Rating[] = textOf(assessment, 'scale') === 'refined' ? refinedRatings : plainRatings;
  if (value === '' || value === 'na' || scale.some((rating) => rating === value)) return [];
  return [{ field: 'value', says: `the scale of ${assessment.number} is ${scale.join(' ')}` }];
}

function percentFaults(record: RecordView): readonly CrossFault[] {
  const percent = record.fields['percent'];
  if (isEmpty(percent) || typeof percent !== 'number') return [];
  const assessed = assessedOf(record);
  if (assessed.kind !== 'rated')
    return [{ field: 'percent', says: 'an achievement comes with a rating of N, P, L or F' }];
  const { over, to } = rangeOf(assessed.rating);
  const isWithin = percent <= to && (percent > over || plainOf(assessed.rating) === 'N');
  const range = plainOf(assessed.rating) === 'N' ? `0 to ${to} %` : `above ${over} to ${to} %`;
  return isWithin ? [] : [{ field: 'percent', says: `${assessed.rating} stands for ${range}` }];
}
