import { use } from 'react';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { AssessmentReport } from '#shared/assessment/report/report.ts';
import type { Condition } from '#shared/definition/query.ts';
import { ratingChoices } from '#shared/processes/improvement/choices.ts';
import { shareText } from './labels.ts';
import { NumberLinks } from './NumberLink.tsx';
import styles from './report.module.css';

const ratings = ratingChoices.map(({ value }) => value).filter((value) => value !== 'na');

interface ConfidenceProps {
  readonly report: AssessmentReport;
  /** Its figures lead to their records, which are here. */
  readonly isOwn: boolean;
}

/** How far the ratings can be relied on: what the team says, and what can be counted. */
export function ConfidenceSection({ report, isOwn }: ConfidenceProps) {
  const { text, facts } = report.confidence;
  const { spread } = facts;
  const apart = spread.oneStep + spread.moreSteps + spread.mixed;
  const ids = use(NumberLinks);
  const valid = report.evidence.flatMap(({ number, state }) =>
    state === 'valid' ? (ids.get(number) ?? []) : [],
  );
  const listOf = (type: string, ...where: readonly Condition[]) =>
    paths.list({ type, where: [{ column: 'assessment', in: [report.cover.id] }, ...where] });
  const rows: readonly (readonly [what: string, value: string, href: string])[] = [
    [
      'Lines rated, of all that there was to rate',
      shareText(facts.rated, facts.cells),
      listOf('agreed-rating', { column: 'value', in: ratings }),
    ],
    [
      'Lines held not to apply',
      String(facts.notApplicable),
      listOf('agreed-rating', { column: 'value', in: ['na'] }),
    ],
    ['Lines not rated', String(facts.notRated), `/assessment/${report.cover.id}`],
    [
      'Ratings with evidence that was held objective',
      shareText(facts.withEvidence, facts.rated),
      listOf('agreed-rating', { column: 'value', in: ratings }, { column: 'evidence', in: valid }),
    ],
    [
      'Lines on which assessors were of one mind before the consensus',
      shareText(spread.same, spread.compared),
      listOf('rating', { column: 'state', in: ['opened'] }),
    ],
    [
      'Lines on which they were apart',
      apart === 0
        ? 'none'
        : `${apart}: ${spread.oneStep} by one step, ${spread.moreSteps} by more, ${spread.mixed} on whether it applies`,
      listOf('rating', { column: 'state', in: ['opened'] }),
    ],
    ...facts.instances.map(
      ({ process, instances, asked }) =>
        [
          `Instances of ${process}`,
          instances >= asked
            ? `${instances}, as the class asks (${asked})`
            : `${instances}, fewer than the class asks for (${asked})`,
          paths.record(report.cover.id),
        ] as const,
    ),
  ];
  return (
    <Section title="Confidence">
      {text !== '' && <p className={styles.text}>{text}</p>}
      <DataTable caption="What can be counted">
        <tbody>
          {rows.map(([what, value, href]) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>{isOwn ? <AppLink href={href}>{value}</AppLink> : value}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
