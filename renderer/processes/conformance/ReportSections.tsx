import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { partLabels } from '#shared/conformance/asked.ts';
import { standingLabels } from '#shared/conformance/standing.ts';
import { textOf } from '#shared/definition/record.ts';
import { asks } from '#shared/processes/improvement/conformance-parts.ts';
import { planWords } from '#shared/processes/improvement/conformance-plan.ts';
import { PlanSteps } from './PlanSteps.tsx';
import { capabilityText, partText, qualityWords } from './report.ts';
import type { Report } from './use-report.ts';
import styles from './conformance.module.css';

interface ReportProps {
  readonly report: Report;
}

function Head({ of }: { readonly of: readonly string[] }) {
  return (
    <thead>
      <tr>
        {of.map((label) => (
          <th key={label} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What each statement says in the parts that the table asks for. */
export function ReportParts({ report }: ReportProps) {
  const stated = report.rows.filter(({ statement, parts }) => statement !== undefined && parts.length > 0);
  if (stated.length === 0) return null;
  return (
    <Section title="What table 1 asks for">
      <DataTable caption="Parts of the statements" className={styles.register ?? ''}>
        <Head of={['Service', 'Part', 'Statement says']} />
        <tbody>
          {stated.flatMap(({ service, statement, parts }) =>
            parts.map(({ part, isThere }, index) => (
              <tr key={`${service.id} ${part}`}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={parts.length}>
                    {textOf(service, 'name')}
                  </th>
                )}
                <td>{partLabels[part]}</td>
                <td className={styles.text}>
                  {isThere && statement ? partText(statement, part, report) : <strong>Missing</strong>}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** Exceptions that statements of the year rest on. */
export function ReportExceptions({ report }: ReportProps) {
  const resting = report.rows.flatMap(({ service, exception }) =>
    exception ? [{ service, ...exception }] : [],
  );
  if (resting.length === 0) return null;
  return (
    <Section title="Exceptions">
      <DataTable caption="Exceptions" className={styles.register ?? ''}>
        <Head of={['Exception', 'Service', 'Reason', 'Approved by', 'Approved on', 'Until', 'Standing']} />
        <tbody>
          {resting.map(({ service, record, standing }) => (
            <tr key={record.id}>
              <th scope="row">
                <AppLink href={paths.record(record.id)}>{record.number}</AppLink>
              </th>
              <td>{textOf(service, 'name')}</td>
              <td className={styles.text}>{textOf(record, 'reason')}</td>
              <td>{textOf(record, 'authority')}</td>
              <td data-nowrap>{textOf(record, 'approvedOn')}</td>
              <td data-nowrap>{textOf(record, 'until')}</td>
              <td>{standingLabels[standing]}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** Quality and capability where the table asks for them, each with how it was made. */
export function ReportMeasures({ report }: ReportProps) {
  const measured = report.rows.flatMap(({ service, statement }) =>
    statement && asks('serviceQuality')(statement) ? [{ service, statement }] : [],
  );
  if (measured.length === 0) return null;
  return (
    <Section title="Measures">
      <DataTable caption="Measures" className={styles.register ?? ''}>
        <Head
          of={['Service', 'Service quality', 'Management capability', 'What both say about conformance']}
        />
        <tbody>
          {measured.map(({ service, statement }) => (
            <tr key={service.id}>
              <th scope="row">{textOf(service, 'name')}</th>
              <td>{qualityWords(statement) || <strong>Missing</strong>}</td>
              <td>{capabilityText(statement, report.profiles) || <strong>Missing</strong>}</td>
              <td className={styles.text}>{textOf(statement, 'measuresJudged')}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

/** Plans that statements of the year name. */
export function ReportPlans({ report: { plans } }: ReportProps) {
  if (plans.length === 0) return null;
  return (
    <Section title="Plans">
      {plans.map((plan) => (
        <Section key={plan.id} title={planWords(plan)} level={3}>
          <PlanSteps plan={plan} />
        </Section>
      ))}
    </Section>
  );
}
