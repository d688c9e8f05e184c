import type { ExportCell } from '#renderer/record/export/export-columns.ts';
import type { ExportSheet } from '#renderer/record/export/workbook.ts';
import type { AssessmentReport, FollowUp } from '#shared/assessment/report/report.ts';
import { labels, valueText } from '../labels.ts';

function instantOf(at: number | null | undefined): ExportCell {
  return at === null || at === undefined ? null : { instant: at };
}

/** Each agreed rating: who entered it, when, why, and on what it rests. */
export function ratingsSheet({ ratings }: AssessmentReport): ExportSheet {
  return {
    name: 'Ratings',
    headers: [
      'Number',
      'Process',
      'Attribute',
      'Outcome',
      'Instance',
      'Rating',
      'Achievement (%)',
      'Agreed by',
      'Agreed',
      'Why',
      'Evidence',
    ],
    rows: ratings.map((rating) => [
      rating.number,
      rating.process,
      `PA ${rating.attribute}`,
      rating.item,
      rating.instance,
      valueText(rating.value),
      rating.value.kind === 'rated' ? (rating.value.percent ?? null) : null,
      rating.by,
      instantOf(rating.at),
      rating.why,
      rating.evidence.join('; '),
    ]),
  };
}

export function findingsSheet({ findings }: AssessmentReport): ExportSheet {
  return {
    name: 'Findings',
    headers: ['Number', 'Kind', 'Process', 'Attribute', 'Title', 'What was found', 'Evidence'],
    rows: findings.map((finding) => [
      finding.number,
      labels.finding(finding.kind),
      finding.process,
      finding.attribute === '' ? null : `PA ${finding.attribute}`,
      finding.title,
      finding.text,
      finding.evidence.join('; '),
    ]),
  };
}

/** What is advised, and what became of it until the file was written. */
export function recommendationsSheet(
  { recommendations }: AssessmentReport,
  { lines }: FollowUp,
): ExportSheet {
  const became = new Map(lines.map((line) => [line.number, line]));
  return {
    name: 'Recommendations',
    headers: [
      'Number',
      'Process',
      'Title',
      'What to do',
      'Findings',
      'Effort',
      'Benefit',
      'Target',
      'State',
      'Owner',
      'Due',
      'Improvement',
      'State of improvement',
      'Why not',
    ],
    rows: recommendations.map((one) => {
      const line = became.get(one.number);
      return [
        one.number,
        one.process,
        one.title,
        one.text,
        one.findings.join('; '),
        labels.size(one.effort),
        labels.size(one.benefit),
        one.target,
        line ? labels.recommendationState(line.state) : null,
        line?.owner ?? null,
        instantOf(line?.dueOn),
        line?.improvement?.number ?? null,
        line?.improvement ? labels.improvementState(line.improvement.state) : null,
        line?.refusalReason ?? null,
      ];
    }),
  };
}

export function evidenceSheet({ evidence }: AssessmentReport): ExportSheet {
  return {
    name: 'Evidence index',
    headers: [
      'Number',
      'Title',
      'Kind',
      'State',
      'Processes',
      'Source',
      'Held',
      'Why it is held so',
      'Files',
      'Files (SHA-256)',
    ],
    rows: evidence.map((one) => [
      one.number,
      one.title,
      labels.evidence(one.kind),
      labels.evidenceState(one.state),
      one.processes.join('; '),
      one.source,
      instantOf(one.heldAt),
      one.verdict,
      one.files.map(({ name }) => name).join('; '),
      one.files.map(({ hash }) => hash).join('; '),
    ]),
  };
}
