import { hashCanonical, toBase64Url } from '../../kernel/canonical.ts';
import type { AssessmentReport } from './report.ts';

/** The parts of a report, each with a hash of its own, so that a change can be named. */
export const partNames = [
  'cover',
  'scope',
  'method',
  'team',
  'summary',
  'confidence',
  'profile',
  'previous',
  'ratings',
  'findings',
  'recommendations',
  'evidence',
] as const satisfies readonly (keyof AssessmentReport)[];

export type PartName = (typeof partNames)[number];

/** SHA-256 of each part, base64url. */
export type PartHashes = Readonly<Record<PartName, string>>;

export const partLabels: Readonly<Record<PartName, string>> = {
  cover: 'title page',
  scope: 'scope',
  method: 'method',
  team: 'team',
  summary: 'summary',
  confidence: 'confidence',
  profile: 'capability profile',
  previous: 'comparison',
  ratings: 'ratings',
  findings: 'findings',
  recommendations: 'recommendations',
  evidence: 'evidence index',
};

export function hashParts(report: AssessmentReport): PartHashes {
  const hash = (part: PartName) => toBase64Url(hashCanonical(report[part]));
  return {
    cover: hash('cover'),
    scope: hash('scope'),
    method: hash('method'),
    team: hash('team'),
    summary: hash('summary'),
    confidence: hash('confidence'),
    profile: hash('profile'),
    previous: hash('previous'),
    ratings: hash('ratings'),
    findings: hash('findings'),
    recommendations: hash('recommendations'),
    evidence: hash('evidence'),
  };
}

/** The one hash that stands for the whole report, base64url: of its format and of the hashes of its parts. */
export function hashReport(parts: PartHashes): string {
  return toBase64Url(hashCanonical({ format: 1, parts }));
}

/** Parts that differ, in the order of the report. */
export function changedParts(one: PartHashes, other: PartHashes): readonly PartName[] {
  return partNames.filter((part) => one[part] !== other[part]);
}
