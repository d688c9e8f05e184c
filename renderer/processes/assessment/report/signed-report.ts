import type { AssessmentReport, FollowUp } from '#shared/assessment/report/report.ts';
import type { JudgedSignature } from './judged.ts';

/** A report with what stands beside it: what became of its recommendations, and who signed it. */
export interface SignedReport {
  readonly report: AssessmentReport;
  /** Base64url. */
  readonly hash: string;
  readonly followUp: FollowUp;
  readonly signatures: readonly JudgedSignature[];
}
