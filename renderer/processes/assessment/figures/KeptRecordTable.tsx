import { Fragment, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { FieldsThen } from './FieldsThen.tsx';
import type { StandingLine } from './standing.ts';

interface KeptRecordTableProps {
  readonly lines: readonly StandingLine[];
  /** The records as they are now. */
  readonly records: readonly RecordView[];
  /** Epoch ms of the time that the lines are told of. */
  readonly at: number;
}

/** Title and state of each record then and now, and where it counted. */
export function KeptRecordTable({ lines, records, at }: KeptRecordTableProps) {
  const { catalogue } = useData();
  const [opened, setOpened] = useState('');
  const byId = new Map(records.map((record) => [record.id, record]));
  const stateOf = (record: RecordView) =>
    catalogue.type(record.type)?.lifecycle.states[record.state]?.label ?? record.state;
  const titleOf = (record: RecordView) => {
    const title = catalogue.type(record.type)?.views.title;
    return title === undefined ? record.number : textOf(record, title);
  };
  return (
    <DataTable caption="Records as they stood">
      <thead>
        <tr>
          <th scope="col">Record</th>
          <th scope="col">As it stood</th>
          <th scope="col">State</th>
          <th scope="col">Counted as</th>
          <th scope="col">Fields</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const now = byId.get(line.id);
          const then = line.isChanged ? line.then : now;
          if (!now) return null;
          return (
            <Fragment key={line.id}>
              <tr>
                <th scope="row" data-nowrap>
                  <AppLink href={paths.record(line.id)}>{now.number}</AppLink>
                </th>
                <td>{then ? titleOf(then) : 'Did not exist yet'}</td>
                <td>{thenAndNow(then ? stateOf(then) : 'none', stateOf(now))}</td>
                <td>{thenAndNow(partsText(line.countedThen), partsText(line.countsNow))}</td>
                <td>
                  {line.isChanged && then && (
                    <Button
                      size="small"
                      variant="quiet"
                      aria-expanded={opened === line.id}
                      aria-label={`Compare ${now.number}`}
                      onClick={() => setOpened(opened === line.id ? '' : line.id)}
                    >
                      Compare
                    </Button>
                  )}
                </td>
              </tr>
              {opened === line.id && (
                <tr>
                  <td colSpan={5}>
                    <FieldsThen record={now} at={at} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </DataTable>
  );
}

function thenAndNow(then: string, now: string): string {
  return then === now ? then : `then ${then}, now ${now}`;
}

function partsText(parts: readonly string[]): string {
  return parts.join(' and ') || 'not counted';
}
