import { useMemo } from 'react';
import { useCounts } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { priorityChoices } from '#shared/engine/priority.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { openedIn, stillOpen } from './handover.ts';
import type { Period } from './period.ts';
import type { TypeReport } from './use-handover.ts';

function openBy(type: RecordType, priority: string): Query {
  const open = stillOpen(type);
  return { ...open, where: [...open.where, { column: 'priority', in: [priority] }] };
}

function Row({ report, period }: { readonly report: TypeReport; readonly period: Period }) {
  const { type, opened, resolved, reopened, missed } = report;
  const open = useMemo(
    () => [stillOpen(type), ...priorityChoices.map(({ value }) => openBy(type, value))],
    [type],
  );
  const counts = useCounts(open);
  const sections = [
    ['resolved', resolved],
    ['reopened', reopened],
    ['missed', missed],
  ] as const;
  return (
    <tr>
      <th scope="row">{type.plural}</th>
      <td data-number>
        <AppLink href={paths.list(openedIn(type, period))}>{opened.length}</AppLink>
      </td>
      {sections.map(([name, items]) => (
        <td key={name} data-number>
          {items.length > 0 ? <a href={`#${name}`}>{items.length}</a> : 0}
        </td>
      ))}
      {open.map((query, index) => (
        <td key={index === 0 ? 'all' : priorityChoices[index - 1]?.value} data-number>
          <AppLink href={paths.list(query)}>{counts[index]?.toLocaleString('en-GB') ?? '…'}</AppLink>
        </td>
      ))}
    </tr>
  );
}

/** The shift in figures, each a link to its records. */
export function SummaryTable({
  reports,
  period,
}: {
  readonly reports: readonly TypeReport[];
  readonly period: Period;
}) {
  return (
    <DataTable caption="The shift in figures">
      <thead>
        <tr>
          <th scope="col">Records</th>
          <th scope="col" data-number>
            Opened
          </th>
          <th scope="col" data-number>
            Resolved
          </th>
          <th scope="col" data-number>
            Reopened
          </th>
          <th scope="col" data-number>
            Target missed
          </th>
          <th scope="col" data-number>
            Open now
          </th>
          {priorityChoices.map(({ value, label }) => (
            <th key={value} scope="col" data-number>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <Row key={report.type.name} report={report} period={period} />
        ))}
      </tbody>
    </DataTable>
  );
}
