import { partLabels, type Part } from '../../conformance/asked.ts';
import type { Field, LongTextField } from '../../definition/field.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { conformanceKinds, conformancePhases } from '../support/conformance-choices.ts';
import { choice, decimal, integer, longText, reference, tags, text, yesNo } from '../support/fields.ts';
import { asks, isGivenIn, isVerdictAsked } from './conformance-parts.ts';

/** A draft may lack what the table asks for; a statement that was given in may not. */
const requires =
  (part: Part) =>
  (statement: RecordView): boolean =>
    isGivenIn(statement) && asks(part)(statement);

function part(name: Part, help?: string): LongTextField {
  return longText(partLabels[name], {
    section: 'parts',
    shown: asks(name),
    required: requires(name),
    ...(help === undefined ? {} : { help }),
  });
}

const isFrom =
  (basis: string) =>
  (statement: RecordView): boolean =>
    asks('serviceQuality')(statement) && textOf(statement, 'qualityBasis') === basis;

export const statementSections = [
  { name: 'statement', label: 'Statement' },
  { name: 'parts', label: 'What the table asks for' },
] as const;

export const statementFields: Readonly<Record<string, Field>> = {
  name: text('Title', { required: true, boost: 3 }),
  service: reference('Service', 'service', { required: true, inverse: 'Conformance statements' }),
  year: integer('Year', { required: true, min: 2015, max: 2100, isName: true }),
  kind: choice('Service type', conformanceKinds, { required: true }),
  phase: choice('Phase', conformancePhases, { required: true }),
  verdict: choice(
    'Services and processes',
    [
      { value: 'conforms', label: 'Conforms' },
      { value: 'departs', label: 'Does not conform' },
    ],
    { required: (record) => isGivenIn(record) && isVerdictAsked(record), shown: isVerdictAsked },
  ),
  component: reference('Component', 'organisation', { inverse: 'Conformance statements' }),
  cycle: reference('Year of conformance', 'conformance-cycle', { inverse: 'Statements' }),
  explanation: part('explanation'),
  evaluation: part('evaluation'),
  exception: reference(partLabels.exception, 'conformance-exception', {
    section: 'parts',
    shown: asks('exception'),
    required: requires('exception'),
    inverse: 'Statements',
  }),
  plan: longText(partLabels.plan, {
    section: 'parts',
    shown: asks('plan'),
    help: 'In words, or as a plan of its own below. One of the two is enough.',
  }),
  planRecord: reference('Conformance plan', 'conformance-plan', {
    section: 'parts',
    shown: asks('plan'),
    inverse: 'Statements',
  }),
  levelDescription: part('levelDescription'),
  recommendation: part(
    'recommendation',
    'Exactly which change, so that it can be put to the panel that keeps the framework.',
  ),
  agreement: yesNo(partLabels.agreement, { section: 'parts', shown: asks('agreement') }),
  serviceQuality: decimal(partLabels.serviceQuality, {
    section: 'parts',
    min: 0,
    max: 100,
    unit: '%',
    shown: asks('serviceQuality'),
    required: requires('serviceQuality'),
  }),
  qualityBasis: choice(
    'Where the figure comes from',
    [
      {
        value: 'records',
        label: 'Records of this unit',
        help: 'Incidents and requests of the service that kept their targets.',
      },
      { value: 'entered', label: 'Entered, with its source' },
    ],
    { section: 'parts', shown: asks('serviceQuality'), required: requires('serviceQuality') },
  ),
  qualityMet: integer('Targets kept', { section: 'parts', min: 0, shown: isFrom('records') }),
  qualityJudged: integer('Targets that were due', { section: 'parts', min: 0, shown: isFrom('records') }),
  qualitySource: text('Source of the figure', { section: 'parts', shown: isFrom('entered') }),
  managementCapability: reference(partLabels.managementCapability, 'assessment', {
    section: 'parts',
    shown: asks('managementCapability'),
    required: requires('managementCapability'),
    inverse: 'Conformance statements',
  }),
  processes: tags('Processes that the service relies on', {
    section: 'parts',
    shown: asks('managementCapability'),
    help: 'Codes as in the process library: IM, ChM. Empty: all that were assessed.',
  }),
  measuresJudged: part('measuresJudged'),
  returnReason: text('Reason for returning', { section: 'parts', readOnly: true }),
};
