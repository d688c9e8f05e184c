import { Section } from '#renderer/ui/Section.tsx';
import { processAttributes } from '#shared/assessment/attributes.ts';
import type { AssessmentReport } from '#shared/assessment/report/report.ts';
import type { ProcessResult } from '#shared/assessment/workbook.ts';
import { ProfileTable } from '../ProfileTable.tsx';
import { labels, valueText } from './labels.ts';
import { NumberLink } from './NumberLink.tsx';
import styles from './report.module.css';

/** The profile of all processes, then each of them with its reason and what was found in it. */
export function ProcessSections({ report }: { readonly report: AssessmentReport }) {
  const { profile, previous } = report;
  const before = new Map((previous?.profile ?? []).map((result) => [result.process, result]));
  return (
    <>
      <Section title="Capability profile">
        <ProfileTable profile={profile} before={before} />
        {previous && (
          <p className={styles.muted}>
            Before: {previous.number} {previous.title}.
          </p>
        )}
      </Section>
      <Section title="Process by process">
        {profile.map((result) => (
          <ProcessPart key={result.process} result={result} report={report} />
        ))}
      </Section>
    </>
  );
}

interface ProcessPartProps {
  readonly result: ProcessResult;
  readonly report: AssessmentReport;
}

function ProcessPart({ result: { process, attributes, capability, gap, target }, report }: ProcessPartProps) {
  const name = report.scope.find((line) => line.process === process)?.name ?? '';
  const findings = report.findings.filter((finding) => finding.process === process);
  return (
    <section className={styles.process} aria-label={process}>
      <h3>
        {process} {name}
      </h3>
      <p>
        {capability.reason} {gap === 0 ? `Target ${target} is reached.` : `Target ${target}, ${gap} to go.`}
      </p>
      <ul className={styles.attributes}>
        {attributes.map(({ attribute, value }) => (
          <li key={attribute} title={processAttributes.find(({ code }) => code === attribute)?.name}>
            PA {attribute} <strong>{valueText(value)}</strong>
          </li>
        ))}
      </ul>
      {findings.length > 0 && (
        <ul className={styles.list}>
          {findings.map((finding) => (
            <li key={finding.number}>
              {labels.finding(finding.kind)}: {finding.title} (<NumberLink number={finding.number} />)
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
