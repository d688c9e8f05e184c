import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { AssessmentResult } from '../use-result.ts';
import { Confidence } from './Confidence.tsx';
import { EvidenceIndex } from './EvidenceIndex.tsx';
import { Facts } from './Facts.tsx';
import { GapList } from './GapList.tsx';
import { HeatMap } from './HeatMap.tsx';
import { Profile } from './Profile.tsx';
import { ProvisionalNotice } from './ProvisionalNotice.tsx';
import { Recommendations } from './Recommendations.tsx';
import { Signatures } from './Signatures.tsx';
import { Swot } from './Swot.tsx';
import { TextSection } from './TextSection.tsx';

interface ReportProps {
  readonly assessment: RecordView;
  readonly result: AssessmentResult;
}

/** All sections of the report, in the order in which a sponsor reads them. */
export function Report({ assessment, result }: ReportProps) {
  return (
    <>
      <ProvisionalNotice assessment={assessment} progress={result.progress} />
      <Facts assessment={assessment} />
      <TextSection title="Summary" text={textOf(assessment, 'summary')} />
      <Profile assessment={assessment.id} result={result} />
      <HeatMap assessment={assessment.id} profile={result.profile} />
      <GapList assessment={assessment.id} result={result} />
      <Swot assessment={assessment.id} findings={result.findings} />
      <Recommendations recommendations={result.recommendations} />
      <EvidenceIndex evidence={result.evidence} />
      <Confidence assessment={assessment} />
      <Signatures assessment={assessment} />
    </>
  );
}
