import { Section } from '#renderer/ui/Section.tsx';
import { ConfidenceSection } from './ConfidenceSection.tsx';
import { CoverSection } from './CoverSection.tsx';
import { EvidenceSection, RatingsSection } from './EvidenceSections.tsx';
import { RecommendationsSection, SwotSection } from './FindingSections.tsx';
import { MethodSection, TeamSection } from './MethodSection.tsx';
import { ProcessSections } from './ProcessSections.tsx';
import { SignatureSection } from './SignatureSection.tsx';
import type { SignedReport } from './signed-report.ts';
import styles from './report.module.css';

interface ReportBodyProps {
  readonly signed: SignedReport;
  /** Made of records of this unit. */
  readonly isOwn: boolean;
}

/** The whole report as it is read and printed, of this unit or from elsewhere. */
export function ReportBody({ signed, isOwn }: ReportBodyProps) {
  const { report, followUp } = signed;
  return (
    <>
      <CoverSection signed={signed} />
      {report.summary !== '' && (
        <Section title="Summary">
          <p className={styles.text}>{report.summary}</p>
        </Section>
      )}
      <MethodSection report={report} />
      <ProcessSections report={report} isOwn={isOwn} />
      <SwotSection report={report} />
      <RecommendationsSection report={report} followUp={followUp} />
      <ConfidenceSection report={report} isOwn={isOwn} />
      <TeamSection report={report} />
      <RatingsSection report={report} />
      <EvidenceSection report={report} />
      <SignatureSection signed={signed} />
    </>
  );
}
