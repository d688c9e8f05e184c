import { useNow } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { isOverdue } from '#shared/processes/improvement/plan-parts.ts';
import { assessmentPaths } from '../places.ts';

interface RequestsProps {
  readonly assessment: RecordView;
  readonly evidence: readonly RecordView[];
}

/** Who was asked for what and has not given it yet, and the letter to each. */
export function Requests({ assessment, evidence }: RequestsProps) {
  const now = useNow();
  const open = evidence.filter(({ state }) => state === 'requested');
  const people = [...groupBy(open, (record) => textOf(record, 'askedOf'))];
  const labels = useTitles(
    [...people.map(([person]) => person), ...open.map(({ id }) => id)].filter(Boolean),
  );
  return (
    <Section title="Requests that are open">
      {open.length === 0 ? (
        <EmptyState
          compact
          title="Nobody owes us anything"
          text="What is asked for from a cell stands here until it comes."
        />
      ) : (
        <DataTable caption="Requests that are open">
          <thead>
            <tr>
              <th scope="col">Asked of</th>
              <th scope="col">Evidence</th>
              <th scope="col">Due</th>
            </tr>
          </thead>
          {people.map(([person, own]) => (
            <tbody key={person}>
              {own.map((record, index) => (
                <tr key={record.id}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={own.length}>
                      {labels.get(person) ?? '…'}
                      <div>
                        <AppLink href={assessmentPaths.letter(assessment.id, person)}>Letter</AppLink>
                      </div>
                    </th>
                  )}
                  <td>
                    <AppLink href={paths.record(record.id)}>{record.number}</AppLink>{' '}
                    {labels.get(record.id) ?? '…'}
                  </td>
                  <td>
                    <Due record={record} now={now} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </DataTable>
      )}
    </Section>
  );
}

function Due({ record, now }: { readonly record: RecordView; readonly now: number }) {
  const due = record.fields['dueOn'];
  if (typeof due !== 'number') return <>No date</>;
  return (
    <>
      <Time at={due} mode="absolute" /> {isOverdue(record, now) && <Chip tone="clock-breached">Overdue</Chip>}
    </>
  );
}
