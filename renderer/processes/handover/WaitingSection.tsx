import { useTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import { RecordMarking } from '#renderer/record/RecordMarking.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { TypeReport } from './use-handover.ts';

/** What a record waits for: the reason that was given, or the name of its state. */
function reasonOf(type: RecordType, record: RecordView): string {
  const field = type.fields['pendingReason'];
  const reason = textOf(record, 'pendingReason');
  const choice = field?.kind === 'choice' ? field.choices.find(({ value }) => value === reason) : undefined;
  return choice?.label ?? type.lifecycle.states[record.state]?.label ?? record.state;
}

/** What the next shift waits for, the earliest reminder first. */
export function WaitingSection({ reports }: { readonly reports: readonly TypeReport[] }) {
  const all = reports.flatMap(({ type, waiting }) => waiting.map((record) => ({ type, record })));
  const owners = useTitles(all.map(({ record }) => textOf(record, 'assignee')).filter((id) => id !== ''));
  return (
    <Section title={`Waiting (${String(all.length)})`}>
      {all.length === 0 ? (
        <p>Nothing waits for anybody.</p>
      ) : (
        <DataTable caption="Waiting">
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">Title</th>
              <th scope="col">Waits for</th>
              <th scope="col">Owner</th>
              <th scope="col">Remind at</th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ type, record }) => {
              const owner = textOf(record, 'assignee');
              const until = record.fields['pendingUntil'];
              return (
                <tr key={record.id}>
                  <td data-nowrap>
                    <AppLink href={paths.record(record.id)}>{record.number}</AppLink>
                  </td>
                  <td>
                    <RecordMarking record={record} />
                    {textOf(record, type.views.title)}
                  </td>
                  <td>{reasonOf(type, record)}</td>
                  <td>{owner ? (owners.get(owner) ?? owner) : 'nobody'}</td>
                  <td>{typeof until === 'number' && <Time at={until} mode="absolute" />}</td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}
