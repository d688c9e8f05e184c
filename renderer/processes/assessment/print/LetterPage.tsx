import { useData } from '#renderer/data/data.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { listOf, textOf } from '#shared/definition/record.ts';
import { withAssessment, type AssessmentContent } from '../AssessmentPage.tsx';
import styles from './print.module.css';

/** The letter to one person: what we ask them for, until when, and where to bring it. */
export const LetterPage = withAssessment('Letter', Letter);

function Letter({ assessment, parts }: AssessmentContent) {
  const data = useData();
  const unit = useUnit();
  const person = useAddressPart('person') ?? '';
  const own = parts.evidence.filter(
    (record) => record.state === 'requested' && textOf(record, 'askedOf') === person,
  );
  const lead = textOf(assessment, 'leadAssessor');
  const coordinator = textOf(assessment, 'coordinator');
  const named = [person, lead, coordinator, ...own.map(({ id }) => id)].filter(Boolean);
  const labels = useTitles(named);
  const name = (id: string) => labels.get(id) ?? '…';
  const isReady = usePaper({ ids: [assessment.id, ...named], isComplete: true });
  const dates = [textOf(assessment, 'from'), textOf(assessment, 'until')].filter(Boolean).join(' to ');
  return (
    <PrintFrame
      name={`Evidence requests ${assessment.number}`}
      title={`What we ask of ${name(person)}`}
      subtitle={`Capability assessment ${assessment.number}, ${unit.name}`}
      asOf={data.now()}
      isReady={isReady}
    >
      <p>
        To {name(person)}. For the assessment “{textOf(assessment, 'name')}”{dates && `, on site ${dates}`},
        please let us see the following.
      </p>
      {own.length === 0 ? (
        <p>Nothing is open: all that was asked for has come, or is not asked for any more.</p>
      ) : (
        <DataTable caption="What we ask for">
          <thead>
            <tr>
              <th scope="col">Number</th>
              <th scope="col">What</th>
              <th scope="col">For</th>
              <th scope="col">Due</th>
            </tr>
          </thead>
          <tbody>
            {own.map((record) => {
              const due = record.fields['dueOn'];
              return (
                <tr key={record.id}>
                  <td data-nowrap>{record.number}</td>
                  <td>
                    {name(record.id)}
                    <div className={styles.text}>{textOf(record, 'ask')}</div>
                  </td>
                  <td>{listOf(record, 'processes').join(', ')}</td>
                  <td>
                    {typeof due === 'number' ? <Time at={due} mode="absolute" /> : 'As soon as you can'}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </DataTable>
      )}
      <p>
        An extract, a screen to look at or a talk is as good as a copy. If something does not exist, say so:
        that is an answer too.
        {coordinator && coordinator !== person && ` Hand it to ${name(coordinator)}, or to us.`}
      </p>
      <div className={styles.signatures}>
        <p>Lead assessor: {lead && name(lead)}</p>
      </div>
    </PrintFrame>
  );
}
