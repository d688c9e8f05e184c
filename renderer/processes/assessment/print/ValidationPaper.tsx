import { useTitles } from '#renderer/record/use-titles.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { listOf, textOf, type LifeStep, type RecordView } from '#shared/definition/record.ts';
import type { AssessmentContent } from '../AssessmentPage.tsx';
import { useStateLabel } from './use-state-label.ts';
import styles from './print.module.css';

const verdicts = ['validate', 'doubt', 'giveUp'];

/** Deliverable 3: what each piece of evidence is worth, who held it so, when and why. Source: DESMF 5.1.3.4. */
export function ValidationPaper({ parts: { evidence } }: AssessmentContent) {
  const judged = evidence.filter(({ state }) => ['valid', 'unreliable', 'missing'].includes(state));
  const doubtful = judged.filter(({ state }) => state !== 'valid');
  const open = evidence.filter((record) => !judged.includes(record));
  const others = judged.filter((record) => !doubtful.includes(record));
  return (
    <>
      <p>
        {judged.length} of {evidence.length} pieces of evidence were judged. Unreliable or not to be had:{' '}
        {doubtful.length}.
      </p>
      <Judged title="Unreliable or not to be had" records={doubtful} none="None." />
      <Judged title="Objective" records={others} none="None yet." />
      <Judged title="Not judged yet" records={open} none="None." />
    </>
  );
}

interface JudgedProps {
  readonly title: string;
  readonly records: readonly RecordView[];
  readonly none: string;
}

function Judged({ title, records, none }: JudgedProps) {
  const label = useStateLabel('evidence');
  const last = (record: RecordView): LifeStep | undefined =>
    record.life.findLast(({ action }) => verdicts.includes(action));
  const labels = useTitles(
    records.flatMap((record) => [record.id, last(record)?.actor ?? '']).filter(Boolean),
  );
  return (
    <Section title={title}>
      {records.length === 0 ? (
        <p className={styles.small}>{none}</p>
      ) : (
        <DataTable caption={title}>
          <thead>
            <tr>
              {['Number', 'Evidence', 'Tells of', 'Stands', 'Why', 'Judged by', 'When'].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {records.map((record) => {
              const verdict = last(record);
              return (
                <tr key={record.id}>
                  <td data-nowrap>{record.number}</td>
                  <td>{labels.get(record.id) ?? '…'}</td>
                  <td>{[...listOf(record, 'processes'), ...listOf(record, 'attributes')].join(', ')}</td>
                  <td>{label(record)}</td>
                  <td>{textOf(record, 'verdict') || '–'}</td>
                  <td>{verdict ? (labels.get(verdict.actor) ?? '…') : '–'}</td>
                  <td>{verdict ? <Time at={verdict.at} mode="absolute" /> : '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      )}
    </Section>
  );
}
