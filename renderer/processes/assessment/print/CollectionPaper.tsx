import { useTitles } from '#renderer/record/use-titles.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import type { AssessmentContent } from '../AssessmentPage.tsx';
import { cellWords, standingOrder, standings } from '../evidence/standing.ts';
import { useStateLabel } from './use-state-label.ts';
import { Words } from './Words.tsx';
import styles from './print.module.css';

/** Deliverable 2: how data is collected, who was asked for what and what came, and the evidence gathered. Source: DESMF 5.1.3.4. */
export function CollectionPaper({ assessment, parts: { evidence, coverage } }: AssessmentContent) {
  const asked = evidence.filter((record) => record.life.some(({ action }) => action === 'request'));
  return (
    <>
      <Words title="Strategy" text={textOf(assessment, 'collection')} none="Not written yet." />
      <Section title="Requests and what came of them">
        {asked.length === 0 ? <p>Nobody was asked for anything yet.</p> : <RequestTable records={asked} />}
      </Section>
      <Section title="Evidence by process and attribute">
        {standingOrder.map((standing) => {
          const cells = coverage.cells.filter((cell) => cell.standing === standing);
          return cells.length === 0 ? null : (
            <div key={standing}>
              <strong>{standings[standing].label}</strong>
              <ul className={styles.lines}>
                {cells.map((cell) => (
                  <li key={`${cell.process} ${cell.attribute}`}>{cellWords(cell)}</li>
                ))}
              </ul>
            </div>
          );
        })}
      </Section>
      <Section title="All evidence">
        {evidence.length === 0 ? <p>None yet.</p> : <IndexTable records={evidence} />}
      </Section>
    </>
  );
}

function RequestTable({ records }: { readonly records: readonly RecordView[] }) {
  const label = useStateLabel('evidence');
  const labels = useTitles(
    records.flatMap((record) => [record.id, textOf(record, 'askedOf')]).filter(Boolean),
  );
  return (
    <DataTable caption="Requests">
      <thead>
        <tr>
          {['Number', 'Evidence', 'Asked of', 'When', 'Stands'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <td data-nowrap>{record.number}</td>
            <td>
              {labels.get(record.id) ?? '…'}
              <div className={styles.small}>{textOf(record, 'ask')}</div>
            </td>
            <td>{labels.get(textOf(record, 'askedOf')) ?? ''}</td>
            <td>
              <When words="Asked" at={timeOf(record, 'request')} />
              <When words="Due" at={record.fields['dueOn']} />
              <When words="Received" at={timeOf(record, 'receive')} />
            </td>
            <td>{label(record)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function IndexTable({ records }: { readonly records: readonly RecordView[] }) {
  const label = useStateLabel('evidence');
  const labels = useTitles(records.map(({ id }) => id));
  return (
    <DataTable caption="All evidence">
      <thead>
        <tr>
          {['Number', 'Evidence', 'Tells of', 'Where it is kept', 'Files', 'Stands'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id}>
            <td data-nowrap>{record.number}</td>
            <td>{labels.get(record.id) ?? '…'}</td>
            <td>
              {[
                ...listOf(record, 'processes'),
                ...listOf(record, 'attributes'),
                ...listOf(record, 'outcomes'),
              ].join(', ')}
            </td>
            <td>{textOf(record, 'source')}</td>
            <td>{record.attachments?.length ?? 0}</td>
            <td>{label(record)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function When({ words, at }: { readonly words: string; readonly at: unknown }) {
  if (typeof at !== 'number') return null;
  return (
    <div className={styles.when}>
      {words} <Time at={at} mode="absolute" />
    </div>
  );
}

function timeOf(record: RecordView, action: string): number | undefined {
  return record.life.findLast((step) => step.action === action)?.at;
}
