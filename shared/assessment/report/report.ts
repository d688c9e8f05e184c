import type { ProcessResult, ScopeLine } from '../workbook.ts';
import type { Assessed } from '../value.ts';
import type { AttributeCode } from '../attributes.ts';
import type { ConfidenceFacts } from './confidence.ts';

/** A person as the report names them. `id` is their record id. */
export interface ReportPerson {
  readonly id: string;
  readonly name: string;
}

export interface ReportCover {
  /** Record id of the assessment. */
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  /** The highest of all that the report holds. */
  readonly marking: string;
  readonly purpose: string;
  readonly constraints: string;
  readonly stakeholders: string;
  /** Days as YYYY-MM-DD; '' where none was set. */
  readonly from: string;
  readonly until: string;
  /** When it was closed with this report, epoch ms; null before. */
  readonly reportedAt: number | null;
}

export interface ReportMethod {
  /** Name of the reference model, with its edition. */
  readonly model: string;
  /** Results of one code can be compared. */
  readonly modelCode: string;
  /** '1', '2' or '3'. */
  readonly class: string;
  readonly method: 'R1' | 'R2' | 'R3';
  readonly scale: string;
  /** How ratings were aggregated, in words. */
  readonly rule: string;
  readonly mapping: string;
  readonly plan: string;
  readonly collection: string;
}

export interface ReportTeam {
  readonly sponsor: ReportPerson | null;
  readonly lead: ReportPerson | null;
  readonly coordinator: ReportPerson | null;
  readonly assessors: readonly ReportPerson[];
  readonly participants: readonly ReportPerson[];
}

/** A process instance in scope, with the name of its process. */
export type ReportScope = ScopeLine & { readonly name: string };

/** What the team agreed on for one cell. */
export interface ReportRating {
  readonly number: string;
  readonly process: string;
  readonly attribute: AttributeCode;
  readonly item: string;
  readonly instance: string;
  readonly value: Assessed;
  /** Who entered what was agreed, and when (epoch ms); null where its history does not say. */
  readonly by: string;
  readonly at: number | null;
  readonly why: string;
  /** Numbers of evidence. */
  readonly evidence: readonly string[];
}

export interface ReportFinding {
  readonly number: string;
  /** strength, weakness, opportunity or threat. */
  readonly kind: string;
  readonly process: string;
  readonly attribute: string;
  readonly title: string;
  readonly text: string;
  readonly evidence: readonly string[];
}

/** What the team advises. What became of it goes on changing and stands in the follow-up. */
export interface ReportRecommendation {
  readonly number: string;
  readonly process: string;
  readonly title: string;
  readonly text: string;
  /** Numbers of findings. */
  readonly findings: readonly string[];
  readonly effort: string;
  readonly benefit: string;
  readonly target: string;
}

export interface ReportEvidence {
  readonly number: string;
  readonly title: string;
  readonly kind: string;
  readonly state: string;
  readonly processes: readonly string[];
  readonly source: string;
  /** Epoch ms. */
  readonly heldAt: number | null;
  readonly verdict: string;
  /** `hash`: SHA-256 of the content, hexadecimal. */
  readonly files: readonly { readonly name: string; readonly hash: string }[];
}

/** The assessment that this one is compared with. */
export interface ReportPrevious {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly profile: readonly ProcessResult[];
}

/**
 * Everything that a sponsor receives and signs: print, workbook and result file are made of it. Plain text only; the same records give the
 * same canonical bytes, on every device.
 */
export interface AssessmentReport {
  readonly format: 1;
  readonly cover: ReportCover;
  readonly scope: readonly ReportScope[];
  readonly method: ReportMethod;
  readonly team: ReportTeam;
  readonly summary: string;
  readonly confidence: { readonly text: string; readonly facts: ConfidenceFacts };
  readonly profile: readonly ProcessResult[];
  readonly previous: ReportPrevious | null;
  readonly ratings: readonly ReportRating[];
  readonly findings: readonly ReportFinding[];
  readonly recommendations: readonly ReportRecommendation[];
  readonly evidence: readonly ReportEvidence[];
}

/** What became of one recommendation. */
export interface FollowUpLine {
  /** Of the recommendation. */
  readonly number: string;
  readonly state: string;
  readonly owner: string;
  /** Epoch ms. */
  readonly dueOn: number | null;
  readonly refusalReason: string;
  readonly improvement: { readonly number: string; readonly state: string } | null;
}

/** What became of the recommendations until an instant; not part of what is signed. */
export interface FollowUp {
  /** Epoch ms. */
  readonly asOf: number;
  readonly lines: readonly FollowUpLine[];
}
