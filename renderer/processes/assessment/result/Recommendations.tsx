import { useTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';

/** What is advised, and whether it was taken up. */
export function Recommendations({ recommendations }: { readonly recommendations: readonly RecordView[] }) {
  const labels = useTitles(recommendations.map((one) => textOf(one, 'owner')).filter((id) => id !== ''));
  if (recommendations.length === 0) return null;
  return (
    <Section title="Recommendations">
      <DataTable caption="Recommendations">
        <thead>
          <tr>
            {['Recommendation', 'Process', 'Effort', 'Benefit', 'Target', 'Owner', 'State'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recommendations.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <AppLink href={paths.record(one.id)}>{textOf(one, 'name')}</AppLink>
              </th>
              <td>{textOf(one, 'process')}</td>
              <td>{textOf(one, 'effort')}</td>
              <td>{textOf(one, 'benefit')}</td>
              <td>{textOf(one, 'target')}</td>
              <td>{labels.get(textOf(one, 'owner')) ?? ''}</td>
              <td>{one.state === 'takenUp' ? 'taken up' : 'proposed'}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
