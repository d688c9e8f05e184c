import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import type { Condition } from '#shared/definition/query.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { conformancePaths } from './places.ts';
import type { Conformance } from './use-register.ts';

interface YearTableProps {
  readonly conformance: Conformance;
  readonly component: string;
  /** Without how each year was opened and its report. */
  readonly isShort?: boolean;
}

const measures: readonly (readonly [
  label: string,
  where: readonly Condition[],
  fits: (one: RecordView) => boolean,
])[] = [
  ['Statements', [], () => true],
  ['Draft', [{ column: 'state', in: ['draft'] }], ({ state }) => state === 'draft'],
  ['Submitted', [{ column: 'state', in: ['submitted'] }], ({ state }) => state === 'submitted'],
  ['Accepted', [{ column: 'state', in: ['accepted'] }], ({ state }) => state === 'accepted'],
  ['Conform', [{ column: 'verdict', in: ['conforms'] }], (one) => textOf(one, 'verdict') === 'conforms'],
  ['Do not conform', [{ column: 'verdict', in: ['departs'] }], (one) => textOf(one, 'verdict') === 'departs'],
  ['On an exception', [{ column: 'exception', empty: false }], (one) => textOf(one, 'exception') !== ''],
];

/** One line a year, so that years can be compared; each count leads to its statements. */
export function YearTable({ conformance, component, isShort = false }: YearTableProps) {
  const { statements, cycles } = conformance;
  const counted = statements.filter(
    (one) => one.state !== 'superseded' && (component === '' || textOf(one, 'component') === component),
  );
  const years = conformance.years.filter(
    (year) =>
      counted.some(({ fields }) => fields['year'] === year) ||
      cycles.some(({ fields }) => fields['year'] === year),
  );
  if (years.length === 0) return null;
  const whereOf = (year: number, where: readonly Condition[]): readonly Condition[] => [
    { column: 'year', in: [year] },
    { column: 'state', notIn: ['superseded'] },
    ...(component === '' ? [] : [{ column: 'component', in: [component] }]),
    ...where,
  ];
  return (
    <DataTable caption="Statements by year">
      <thead>
        <tr>
          <th scope="col">Year</th>
          {measures.map(([label]) => (
            <th key={label} scope="col" data-number>
              {label}
            </th>
          ))}
          {!isShort && <th scope="col">Opened as</th>}
          {!isShort && <th scope="col">Report</th>}
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year}>
            <th scope="row">
              <AppLink href={conformancePaths.register({ year, component })}>{year}</AppLink>
            </th>
            {measures.map(([label, where, fits]) => (
              <td key={label} data-number>
                <AppLink href={paths.list({ type: 'conformance-statement', where: whereOf(year, where) })}>
                  {counted.filter((one) => one.fields['year'] === year && fits(one)).length}
                </AppLink>
              </td>
            ))}
            {!isShort && (
              <td data-nowrap>
                <Cycles cycles={cycles.filter(({ fields }) => fields['year'] === year)} />
              </td>
            )}
            {!isShort && (
              <td data-nowrap>
                <AppLink href={conformancePaths.report(year, component)}>Report {year}</AppLink>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Cycles({ cycles }: { readonly cycles: readonly RecordView[] }) {
  if (cycles.length === 0) return 'Not opened';
  return cycles.map((cycle, index) => (
    <span key={cycle.id}>
      {index > 0 && ', '}
      <AppLink href={paths.record(cycle.id)}>{cycle.number}</AppLink>{' '}
      {cycle.state === 'reported' ? 'reported' : 'open'}
    </span>
  ));
}
