import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import type { AssessmentReport } from '#shared/assessment/report/report.ts';
import { labels, valueText } from './labels.ts';
import { NumberLink, NumberList } from './NumberLink.tsx';
import styles from './report.module.css';

interface SectionProps {
  readonly report: AssessmentReport;
}

/** Each agreed rating: by whom, when, why, and on what it rests. */
export function RatingsSection({ report: { ratings } }: SectionProps) {
  const zone = useZone();
  if (ratings.length === 0) return null;
  return (
    <Section title="Agreed ratings">
      <DataTable caption="Agreed ratings" className={styles.wrapped}>
        <thead>
          <tr>
            {[
              'Number',
              'Process',
              'Attribute',
              'Outcome',
              'Instance',
              'Rating',
              'Agreed',
              'Why',
              'Evidence',
            ].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ratings.map((rating) => (
            <tr key={rating.number}>
              <th scope="row">
                <NumberLink number={rating.number} />
              </th>
              <td>{rating.process}</td>
              <td>PA {rating.attribute}</td>
              <td>{rating.item}</td>
              <td>{rating.instance}</td>
              <td>{valueText(rating.value)}</td>
              <td>
                {rating.by}
                {rating.at !== null && `, ${formatAbsolute(rating.at, zone)}`}
              </td>
              <td>{rating.why}</td>
              <td>
                <NumberList numbers={rating.evidence} />
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

export function EvidenceSection({ report: { evidence } }: SectionProps) {
  if (evidence.length === 0) {
    return (
      <Section title="Evidence index">
        <p className={styles.muted}>No evidence was recorded.</p>
      </Section>
    );
  }
  return (
    <Section title="Evidence index">
      <DataTable caption="Evidence index" className={styles.wrapped}>
        <thead>
          <tr>
            {['Number', 'Title', 'Kind', 'State', 'Processes', 'Source', 'Files'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <NumberLink number={one.number} />
              </th>
              <td>{one.title}</td>
              <td>{labels.evidence(one.kind)}</td>
              <td>
                {labels.evidenceState(one.state)}
                {one.verdict !== '' && `: ${one.verdict}`}
              </td>
              <td>{one.processes.join(', ')}</td>
              <td>{one.source}</td>
              <td>
                {one.files.map(({ name, hash }) => (
                  <p key={hash}>
                    {name} <code className={styles.code}>{hash.slice(0, 16)}…</code>
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
