import { useConfig } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import { RecordMarking } from '#renderer/record/RecordMarking.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { PriorityChip } from '#renderer/ui/PriorityChip.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { textOf } from '#shared/definition/record.ts';
import { priorityOf } from '#shared/engine/priority.ts';
import type { HandoverItem } from './handover.ts';

interface ItemTableProps {
  /** Anchor that the figures lead to. */
  readonly id: string;
  readonly title: string;
  /** What the instant of each line is: "Resolved". */
  readonly atLabel: string;
  readonly items: readonly HandoverItem[];
  readonly empty: string;
}

/** The records of one part of the report, by name and number. */
export function ItemTable({ id, title, atLabel, items, empty }: ItemTableProps) {
  const config = useConfig();
  const owners = useTitles(
    items.map(({ record }) => textOf(record, 'assignee')).filter((owner) => owner !== ''),
  );
  return (
    <div id={id}>
      <Section title={`${title} (${String(items.length)})`}>
        {items.length === 0 ? (
          <p>{empty}</p>
        ) : (
          <DataTable caption={title}>
            <thead>
              <tr>
                <th scope="col">Number</th>
                <th scope="col">Title</th>
                <th scope="col">Priority</th>
                <th scope="col">State now</th>
                <th scope="col">Owner</th>
                <th scope="col">{atLabel}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ type, record, at, clock }) => {
                const state = type.lifecycle.states[record.state];
                const owner = textOf(record, 'assignee');
                return (
                  <tr key={`${record.id} ${clock ?? ''}`}>
                    <td data-nowrap>
                      <AppLink href={paths.record(record.id)}>{record.number}</AppLink>
                    </td>
                    <td>
                      <RecordMarking record={record} />
                      {textOf(record, type.views.title)}
                    </td>
                    <td>
                      <PriorityChip value={priorityOf(record, config)} />
                    </td>
                    <td>{state && <StateChip stateClass={state.class} label={state.label} />}</td>
                    <td>{owner ? (owners.get(owner) ?? owner) : 'nobody'}</td>
                    <td>
                      {clock && `${clock}, `}
                      <Time at={at} mode="absolute" />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </DataTable>
        )}
      </Section>
    </div>
  );
}
