import type { ActContext } from '../../definition/lifecycle.ts';
import type { RecordType } from '../../definition/record-type.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { locate, problem, type Problem } from '../../kernel/errors.ts';
import { date, integer, longText, reference, text } from '../support/fields.ts';
import { refuse } from '../support/refuse.ts';
import { everyone, manageReference, ownProcess } from '../support/rights.ts';

const given = ['accepted', 'superseded'];

/** A component has one record for a year. */
function twinFault({ record, config }: ActContext): Problem | undefined {
  const isTwin = (other: RecordView): boolean =>
    other.id !== record.id &&
    other.fields['year'] === record.fields['year'] &&
    textOf(other, 'component') === textOf(record, 'component');
  const twin = config.all('conformance-cycle').find(isTwin);
  if (!twin) return undefined;
  const value = Number(record.fields['year']);
  return locate(problem('OUT-VAL-012', { field: 'Year and component', value, other: twin.number }), {
    field: 'component',
  });
}

/** The yearly look at conformance: one a year and component. Source: DoDI 8440.01, enclosure 2, 4.e; enclosure 4, 1.d. */
export const conformanceCycle: RecordType = {
  name: 'conformance-cycle',
  label: 'Year of conformance',
  plural: 'Years of conformance',
  prefix: 'CFY',
  help: 'The yearly assessment of conformance, from the day statements are asked for to the report.',
  process: 'CSI',
  config: true,
  fields: {
    name: text('Title', { required: true, boost: 3 }),
    year: integer('Year', { required: true, min: 2015, max: 2100, isName: true }),
    component: reference('Component', 'organisation', {
      inverse: 'Years of conformance',
      help: 'Empty: all services of this unit.',
    }),
    due: date('Statements due on'),
    gaps: longText('Why statements are missing', {
      help: 'Needed to close the year while some are not accepted.',
    }),
    summary: longText('Summary', { help: 'The first words of the report.' }),
    reopenReason: text('Reason for reopening', {
      readOnly: true,
      shown: (record) => textOf(record, 'reopenReason') !== '',
    }),
  },
  sections: [{ name: 'details', label: 'Year' }],
  lifecycle: {
    initial: 'open',
    states: {
      open: { label: 'Open', class: 'open' },
      reported: { label: 'Reported', class: 'done', final: true },
    },
    transitions: [
      {
        action: 'report',
        label: 'Close with report',
        from: ['open'],
        to: 'reported',
        permit: ownProcess,
        needs: ['summary'],
        offers: ['gaps'],
        primary: true,
        touches: { statements: { type: 'conformance-statement', by: 'cycle' } },
        guard: ({ record, related }) => {
          const open = related('statements').filter(({ state }) => !given.includes(state));
          if (open.length === 0 || textOf(record, 'gaps') !== '') return undefined;
          const numbers = open.map(({ number }) => number).join(', ');
          return refuse(
            'Close with report',
            `${numbers} ${open.length === 1 ? 'is' : 'are'} not accepted yet. Say why under “Why statements are missing” to close it all the same.`,
          );
        },
      },
      {
        action: 'reopen',
        label: 'Reopen year',
        from: ['reported'],
        to: 'open',
        permit: ownProcess,
        needs: ['reopenReason'],
        confirm: 'A report that was given out may differ from then on. Reopen it?',
      },
    ],
  },
  derived: {},
  clocks: [],
  views: {
    list: ['number', 'state', 'name', 'year', 'component', 'due'],
    sort: [{ column: 'year', descending: true }],
    filters: [
      { id: 'open', label: 'Open', query: { where: [{ column: 'state', in: ['open'] }] } },
      { id: 'all', label: 'All', query: { where: [] } },
    ],
    quick: ['name', 'year', 'component', 'due'],
    title: 'name',
    subtitle: ['year'],
  },
  create: ownProcess,
  edit: ownProcess,
  see: everyone,
  note: manageReference,
  onCreate: { guard: twinFault },
  migrations: [],
};
