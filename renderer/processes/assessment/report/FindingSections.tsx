import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import type { AssessmentReport, FollowUp, FollowUpLine } from '#shared/assessment/report/report.ts';
import { labels } from './labels.ts';
import { NumberLink, NumberList } from './NumberLink.tsx';
import styles from './report.module.css';

const quarters = [
  ['strength', 'Strengths'],
  ['weakness', 'Weaknesses'],
  ['opportunity', 'Opportunities'],
  ['threat', 'Threats'],
] as const;

export function SwotSection({ report: { findings } }: { readonly report: AssessmentReport }) {
  if (findings.length === 0) return null;
  return (
    <Section title="Strengths, weaknesses, opportunities and threats">
      <div className={styles.swot}>
        {quarters.map(([kind, title]) => (
          <section key={kind} aria-label={title}>
            <h3>{title}</h3>
            <ul className={styles.list}>
              {findings
                .filter((finding) => finding.kind === kind)
                .map(({ number, title: what, process, text, evidence }) => (
                  <li key={number}>
                    <NumberLink number={number} /> {process !== '' && <strong>{process}</strong>} {what}
                    {text !== '' && <p className={styles.text}>{text}</p>}
                    {evidence.length > 0 && (
                      <p className={styles.muted}>
                        Evidence: <NumberList numbers={evidence} />
                      </p>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}

interface RecommendationsProps {
  readonly report: AssessmentReport;
  readonly followUp: FollowUp;
}

/** What is advised, and what became of it. */
export function RecommendationsSection({ report: { recommendations }, followUp }: RecommendationsProps) {
  const zone = useZone();
  if (recommendations.length === 0) return null;
  const became = new Map(followUp.lines.map((line) => [line.number, line]));
  return (
    <Section title="Recommendations">
      <DataTable caption="Recommendations" className={styles.wrapped}>
        <thead>
          <tr>
            {[
              'Number',
              'Recommendation',
              'Process',
              'Effort',
              'Benefit',
              'Target',
              'Owner',
              'Due',
              'What became of it',
            ].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recommendations.map((one) => {
            const line = became.get(one.number);
            return (
              <tr key={one.number}>
                <th scope="row">
                  <NumberLink number={one.number} />
                </th>
                <td>
                  {one.title}
                  {one.text !== '' && <p className={styles.text}>{one.text}</p>}
                </td>
                <td>{one.process}</td>
                <td>{labels.size(one.effort)}</td>
                <td>{labels.size(one.benefit)}</td>
                <td>{one.target}</td>
                <td>{line?.owner}</td>
                <td>{typeof line?.dueOn === 'number' && formatAbsolute(line.dueOn, zone)}</td>
                <td>{line && <Became line={line} />}</td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      <p className={styles.muted}>
        Owner, due date and what became of it go on changing after the report is signed, and are not part of
        what is signed. As of {formatAbsolute(followUp.asOf, zone)}.
      </p>
    </Section>
  );
}

function Became({ line: { state, improvement, refusalReason } }: { readonly line: FollowUpLine }) {
  return (
    <>
      {labels.recommendationState(state)}
      {refusalReason !== '' && `: ${refusalReason}`}
      {improvement && (
        <>
          {': '}
          <NumberLink number={improvement.number} />,{' '}
          {labels.improvementState(improvement.state).toLowerCase()}
        </>
      )}
    </>
  );
}
