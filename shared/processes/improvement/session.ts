import type { RecordType } from '../../definition/record-type.ts';
import type { RecordView } from '../../definition/record.ts';
import { choice, instant, longText, reference, references, tags, text } from '../support/fields.ts';
import { detailsSection } from '../support/views.ts';
import { assess, partakersSight } from './assessment-rights.ts';
import { sessionChoices } from './choices.ts';

/**
 * One session of an assessment's schedule. A record of its own and not a line of the assessment, so that two assessors who
 * plan at once on two laptops keep both what they wrote.
 */
export const assessmentSession: RecordType = {
  name: 'assessment-session',
  label: 'Assessment session',
  plural: 'Assessment sessions',
  prefix: 'SES',
  help: 'A meeting of an assessment: when, where, about what, who leads it and who takes part. What people say in it becomes evidence.',
  process: 'CSI',
  fields: {
    name: text('Title', { required: true, boost: 4 }),
    assessment: reference('Assessment', 'assessment', { required: true, inverse: 'Schedule' }),
    kind: choice('Kind', sessionChoices, { required: true, default: 'interview' }),
    from: instant('From', { required: true }),
    until: instant('Until', { required: true }),
    place: text('Where', { help: 'Room, shelter or tent.' }),
    processes: tags('Processes', { help: 'Codes of the processes it is about: IM, ChM.' }),
    lead: reference('Led by', 'person', { inverse: 'Assessment sessions led' }),
    participants: references('Takes part', 'person', { inverse: 'Assessment sessions' }),
    agenda: longText('Agenda', { maxLength: 4000 }),
    outcome: longText('Notes', { maxLength: 20_000 }),
    reason: text('Why it is called off', { readOnly: true }),
  },
  sections: detailsSection,
  lifecycle: {
    initial: 'planned',
    states: {
      planned: { label: 'Planned', class: 'open' },
      held: { label: 'Held', class: 'done', final: true },
      calledOff: { label: 'Called off', class: 'refused', final: true },
    },
    transitions: [
      {
        action: 'hold',
        label: 'Record as held',
        from: ['planned'],
        to: 'held',
        permit: assess,
        offers: ['outcome'],
        primary: true,
      },
      {
        action: 'callOff',
        label: 'Call off',
        from: ['planned'],
        to: 'calledOff',
        permit: assess,
        needs: ['reason'],
      },
      {
        action: 'planAgain',
        label: 'Plan it again',
        from: ['held', 'calledOff'],
        to: 'planned',
        permit: assess,
      },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'kind', 'from', 'until', 'lead', 'assessment'],
    sort: [{ column: 'from' }],
    filters: [
      { id: 'planned', label: 'Planned', query: { where: [{ column: 'state', in: ['planned'] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: [
      'name',
      'kind',
      'from',
      'until',
      'place',
      'processes',
      'lead',
      'participants',
      'assessment',
      'agenda',
    ],
    title: 'name',
    subtitle: ['kind', 'from'],
  },
  create: assess,
  edit: assess,
  ...partakersSight('lead', 'participants', 'createdBy'),
  note: assess,
  check: orderFaults,
  migrations: [],
};

function orderFaults(record: RecordView): readonly { readonly field: string; readonly says: string }[] {
  const { from, until } = record.fields;
  return typeof from === 'number' && typeof until === 'number' && until < from
    ? [{ field: 'until', says: 'it ends before it begins' }]
    : [];
}
