import { processAttributes } from '../../assessment/attributes.ts';
import { ratingNames, type Rating } from '../../assessment/scale.ts';
import type { Choice } from '../../definition/field.ts';

export const attributeChoices: readonly Choice[] = processAttributes.map(({ code, name }) => ({
  value: code,
  label: `PA ${code} ${name}`,
}));

const order: readonly Rating[] = ['N', 'P', 'P-', 'P+', 'L', 'L-', 'L+', 'F'];

/** What an assessor may answer. An empty field is "not rated", which is not the same as "does not apply". */
export const ratingChoices: readonly Choice[] = [
  ...order.map((rating) => ({ value: rating, label: `${rating} – ${ratingNames[rating]}` })),
  { value: 'na', label: 'n/a – Does not apply' },
];

export const classChoices: readonly Choice[] = [
  {
    value: '1',
    label: 'Class 1',
    help: 'Most confidence: at least four instances of each process, team independent of the unit.',
  },
  { value: '2', label: 'Class 2', help: 'At least two instances of each process.' },
  { value: '3', label: 'Class 3', help: 'One instance is enough; for a first look and for oneself.' },
];

export const methodChoices: readonly Choice[] = [
  { value: 'R1', label: 'R1: each outcome in each instance', help: 'Aggregated in two dimensions.' },
  { value: 'R2', label: 'R2: each attribute in each instance', help: 'Aggregated over instances.' },
  { value: 'R3', label: 'R3: each attribute as a whole', help: 'Without aggregation.' },
];

export const scaleChoices: readonly Choice[] = [
  { value: 'plain', label: 'N P L F' },
  { value: 'refined', label: 'N P- P+ L- L+ F' },
];

export const ruleChoices: readonly Choice[] = [
  { value: 'medianLower', label: 'Median, lower of two middle ratings' },
  { value: 'medianUpper', label: 'Median, upper of two middle ratings' },
  { value: 'meanDown', label: 'Mean of ratings, rounded down' },
  { value: 'meanNearest', label: 'Mean of ratings, rounded to the nearest' },
  { value: 'meanUp', label: 'Mean of ratings, rounded up' },
  { value: 'percent', label: 'Mean of percentages' },
];

export const firstChoices: readonly Choice[] = [
  { value: 'outcomes', label: 'Over outcomes first, then over instances' },
  { value: 'instances', label: 'Over instances first, then over outcomes' },
];

export const evidenceChoices: readonly Choice[] = [
  { value: 'document', label: 'Document' },
  { value: 'interview', label: 'Interview' },
  { value: 'workshop', label: 'Workshop' },
  { value: 'observation', label: 'Observation' },
  { value: 'file', label: 'File or photo' },
  { value: 'figure', label: 'Figure from Outpost' },
];

export const sessionChoices: readonly Choice[] = [
  { value: 'kickOff', label: 'Kick-off' },
  { value: 'documentReview', label: 'Document review' },
  { value: 'interview', label: 'Interview' },
  { value: 'workshop', label: 'Workshop' },
  { value: 'rating', label: 'Rating' },
  { value: 'consensus', label: 'Consensus' },
  { value: 'briefing', label: 'Briefing' },
];

export const findingChoices: readonly Choice[] = [
  { value: 'strength', label: 'Strength' },
  { value: 'weakness', label: 'Weakness' },
  { value: 'opportunity', label: 'Opportunity' },
  { value: 'threat', label: 'Threat' },
];

export const sizeChoices: readonly Choice[] = [
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
];
