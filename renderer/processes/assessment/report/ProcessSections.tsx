import { Section } from '#renderer/ui/Section.tsx';
import { processAttributes } from '#shared/assessment/attributes.ts';
import { changeOf } from '#shared/assessment/change.ts';
import type { AssessmentReport } from '#shared/assessment/report/report.ts';
import type { ProcessResult } from '#shared/assessment/workbook.ts';
import { HeatMap } from '../result/HeatMap.tsx';
import { ProfileChart } from '../result/ProfileChart.tsx';
import { labels, valueText } from './labels.ts';
import { NumberLink } from './NumberLink.tsx';
import styles from './report.module.css';

interface ProcessSectionsProps {
  readonly report: AssessmentReport;
  /** Made of records of this unit: figures lead to them. */
  readonly isOwn: boolean;
}

/** The profile of all processes, then each of them with its reason and what was found in it. */
export function ProcessSections({ report, isOwn }: ProcessSectionsProps) {
  const { profile, previous, method } = report;
  const assessment = isOwn ? report.cover.id : undefined;
  const of = (some: readonly ProcessResult[]) => ({ model: method.modelCode, profile: some });
  const changes = new Map(
    previous
      ? profile.map(({ process }) => [process, changeOf(process, of(previous.profile), of(profile))])
      : [],
  );
  return (
    <>
      <Section title="Capability profile">
        <ProfileChart assessment={assessment} profile={profile} changes={changes} />
        <HeatMap assessment={assessment} profile={profile} />
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
