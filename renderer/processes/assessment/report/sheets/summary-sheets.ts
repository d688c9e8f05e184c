import type { ExportCell } from '#renderer/record/export/export-columns.ts';
import type { ExportSheet } from '#renderer/record/export/workbook.ts';
import type { AssessmentReport, ReportPerson } from '#shared/assessment/report/report.ts';
import { signedHash, signerRoles, verdictWords } from '#shared/assessment/report/statement.ts';
import { labels } from '../labels.ts';
import type { SignedReport } from '../signed-report.ts';

type Facts = readonly (readonly [name: string, value: ExportCell])[];

/** Names and values; what is not filled is left out. */
function factSheet(name: string, facts: Facts): ExportSheet {
  return {
    name,
    headers: ['What', 'Value'],
    rows: facts.filter(([, value]) => value !== '' && value !== null),
  };
}

function dayOf(day: string): ExportCell {
  return day === '' ? null : { day };
}

function namesOf(people: readonly ReportPerson[]): string {
  return people.map(({ name }) => name).join('; ');
}

export function summarySheet({ report, hash, followUp }: SignedReport): ExportSheet {
  const { cover, team, confidence } = report;
  const { facts } = confidence;
  return factSheet('Summary', [
    ['Title', cover.title],
    ['Assessment', cover.number],
    ['Unit', cover.unit],
    ['Marking', cover.marking],
    ['From', dayOf(cover.from)],
    ['Until', dayOf(cover.until)],
    ['Closed with report', cover.reportedAt === null ? 'no' : { instant: cover.reportedAt }],
    ['Sponsor', team.sponsor?.name ?? null],
    ['Lead assessor', team.lead?.name ?? null],
    ['Assessors', namesOf(team.assessors)],
    ['Local coordinator', team.coordinator?.name ?? null],
    ['Participants', namesOf(team.participants)],
    ['Summary', report.summary],
    ['Confidence', confidence.text],
    ['Lines to rate', facts.cells],
    ['Rated', facts.rated],
    ['Held not to apply', facts.notApplicable],
    ['Not rated', facts.notRated],
    ['Rated with objective evidence', facts.withEvidence],
    ['Lines rated by several assessors', facts.spread.compared],
    ['Of those all said the same', facts.spread.same],
    ['Of those one step apart', facts.spread.oneStep],
    ['Of those more than one step apart', facts.spread.moreSteps],
    ['Of those held by some not to apply', facts.spread.mixed],
    ['What became of recommendations, as of', { instant: followUp.asOf }],
    ['Report (SHA-256)', hash],
  ]);
}

export function methodSheet({ cover, scope, method, confidence }: AssessmentReport): ExportSheet {
  const lines = scope.map(
    ({ process, name, instance, target }) =>
      [`In scope: ${process} ${name}`.trim(), `${instance || 'as one'}, target level ${target}`] as const,
  );
  const instances = confidence.facts.instances.map(
    ({ process, instances: there, asked }) =>
      [`Instances of ${process}`, `${there}; its class asks for ${asked}`] as const,
  );
  return factSheet('Scope and method', [
    ['Purpose', cover.purpose],
    ['Constraints', cover.constraints],
    ['Stakeholders', cover.stakeholders],
    ...lines,
    ['Reference model', method.model],
    ['Class', labels.class(method.class)],
    ...instances,
    ['Rating method', labels.method(method.method)],
    ['Scale', labels.scale(method.scale)],
    ['Aggregation', method.rule],
    ['Mapping of local processes', method.mapping],
    ['Plan', method.plan],
    ['Data collection', method.collection],
  ]);
}

export function signaturesSheet({ signatures, hash }: SignedReport): ExportSheet {
  return {
    name: 'Signatures',
    headers: [
      'Signed by',
      'As',
      'Signed',
      'Verdict',
      'Key fingerprint',
      'Report signed (SHA-256)',
      'This report (SHA-256)',
    ],
    rows: signatures.map(({ signature: { statement }, verdict, fingerprint }) => [
      statement.name,
      signerRoles[statement.role],
      { instant: statement.at },
      verdictWords(verdict),
      fingerprint,
      signedHash(statement),
      hash,
    ]),
  };
}
