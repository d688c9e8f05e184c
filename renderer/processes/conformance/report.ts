import { partLabels } from '#shared/conformance/asked.ts';
import { kindLabels } from '#shared/conformance/cells.ts';
import { standingLabels } from '#shared/conformance/standing.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { markingOf } from '#shared/engine/marking.ts';
import type { Config } from '#shared/definition/config.ts';
import { capabilityOf, capabilityWords } from '#shared/processes/improvement/conformance-capability.ts';
import { asks } from '#shared/processes/improvement/conformance-parts.ts';
import { progressOf, stepsOf, stepStates } from '#shared/processes/improvement/conformance-plan.ts';
import { conformanceStatement } from '#shared/processes/improvement/conformance-statement.ts';
import { changesOf, type RegisterRow } from '#shared/processes/improvement/conformance-register.ts';
import type { ExportSheet } from '#renderer/record/export/workbook.ts';
import type { Measured } from './use-capability.ts';
import { verdictWords } from './words.ts';

/** Everything that a report of a year is made of. */
export interface ReportSource {
  readonly rows: readonly RegisterRow[];
  readonly year: number;
  readonly plans: readonly RecordView[];
  readonly profiles: ReadonlyMap<string, Measured>;
  readonly config: Config;
  /** Titles of records by id. */
  readonly names: ReadonlyMap<string, string>;
  /** Data as of, epoch ms. */
  readonly asOf: number;
}

/** Service quality as a statement gives it, with how it was made; empty where it is not asked for or missing. */
export function qualityWords(statement: RecordView): string {
  const { serviceQuality, qualityMet, qualityJudged } = statement.fields;
  const isCounted = typeof qualityMet === 'number' && typeof qualityJudged === 'number';
  if (!asks('serviceQuality')(statement) || typeof serviceQuality !== 'number') return '';
  const made =
    textOf(statement, 'qualityBasis') === 'records' && isCounted
      ? `${String(qualityMet)} of ${String(qualityJudged)} targets kept`
      : textOf(statement, 'qualitySource');
  return `${String(serviceQuality)} %, ${made}`;
}

/** Management capability as the assessment of a statement proves it. */
export function capabilityText(statement: RecordView, profiles: ReportSource['profiles']): string {
  const measured = profiles.get(textOf(statement, 'managementCapability'));
  if (!asks('managementCapability')(statement) || !measured) return '';
  const words = capabilityWords(capabilityOf(measured.profile, listOf(statement, 'processes')));
  return `${words} ${measured.assessment.number}`;
}

/** What a statement says in a part, in words. */
export function partText(statement: RecordView, part: keyof typeof partLabels, source: ReportSource): string {
  switch (part) {
    case 'serviceQuality':
      return qualityWords(statement);
    case 'managementCapability':
      return capabilityText(statement, source.profiles);
    case 'agreement':
      return statement.fields['agreement'] === true ? 'Agreed' : '';
    case 'exception':
      return source.names.get(textOf(statement, 'exception')) ?? '';
    case 'plan': {
      const plan = source.names.get(textOf(statement, 'planRecord')) ?? '';
      return [plan, textOf(statement, 'plan')].filter((one) => one !== '').join('. ');
    }
    default:
      return textOf(statement, part);
  }
}

function stateWords(statement: RecordView | undefined): string {
  if (!statement) return 'Missing';
  return conformanceStatement.lifecycle.states[statement.state]?.label ?? statement.state;
}

/** The report as sheets of a workbook; every line says how it is marked. */
export function reportSheets(source: ReportSource): readonly ExportSheet[] {
  const { rows, year, plans, config, names, asOf } = source;
  const name = (record: RecordView, field: string) => names.get(textOf(record, field)) ?? '';
  const marking = (record: RecordView) => markingOf(record, config);
  const stated = rows.flatMap((row) => (row.statement ? [{ row, statement: row.statement }] : []));
  return [
    {
      name: 'Register',
      headers: [
        'Service',
        'Component',
        'Service type',
        'Phase',
        'Statement',
        'State',
        'Verdict',
        'Parts missing',
        `Since ${String(year - 1)}`,
        'Marking',
        'Data as of',
      ],
      rows: rows.map((row) => [
        textOf(row.service, 'name'),
        names.get(row.component) ?? '',
        row.cell ? kindLabels[row.cell.kind] : '',
        row.cell?.phase ?? null,
        row.statement?.number ?? '',
        stateWords(row.statement),
        verdictWords[row.verdict],
        row.parts
          .filter(({ isThere }) => !isThere)
          .map(({ part }) => partLabels[part])
          .join('; '),
        changesOf(row).join('. '),
        marking(row.statement ?? row.service),
        { instant: asOf },
      ]),
    },
    {
      name: 'What table 1 asks',
      headers: ['Statement', 'Service', 'Part', 'There', 'Text', 'Marking'],
      rows: stated.flatMap(({ row, statement }) =>
        row.parts.map(({ part, isThere }) => [
          statement.number,
          textOf(row.service, 'name'),
          partLabels[part],
          isThere,
          partText(statement, part, source),
          marking(statement),
        ]),
      ),
    },
    {
      name: 'Exceptions',
      headers: [
        'Exception',
        'Service',
        'Reason',
        'Approved by',
        'Approving authority',
        'Approved on',
        'Until',
        'Standing',
        'Marking',
      ],
      rows: rows.flatMap(({ exception, service }) =>
        exception
          ? [
              [
                exception.record.number,
                textOf(service, 'name'),
                textOf(exception.record, 'reason'),
                textOf(exception.record, 'authorityKind') === 'dodCio' ? 'DoD CIO' : 'The component',
                textOf(exception.record, 'authority'),
                textOf(exception.record, 'approvedOn'),
                textOf(exception.record, 'until'),
                standingLabels[exception.standing],
                marking(exception.record),
              ],
            ]
          : [],
      ),
    },
    {
      name: 'Measures',
      headers: [
        'Statement',
        'Service',
        'Service quality (%)',
        'How it was made',
        'Management capability',
        'Marking',
      ],
      rows: stated
        .filter(({ statement }) => asks('serviceQuality')(statement))
        .map(({ row, statement }) => [
          statement.number,
          textOf(row.service, 'name'),
          typeof statement.fields['serviceQuality'] === 'number' ? statement.fields['serviceQuality'] : null,
          qualityWords(statement),
          capabilityText(statement, source.profiles),
          marking(statement),
        ]),
    },
    {
      name: 'Plans',
      headers: [
        'Plan',
        'Title',
        'Component',
        'Priority',
        'Step',
        'Process',
        'Owner',
        'From',
        'Until',
        'Target level',
        'State',
        'Progress of the plan (%)',
        'Marking',
      ],
      rows: plans.flatMap((plan) =>
        stepsOf(plan).map((step, index) => [
          plan.number,
          textOf(plan, 'name'),
          name(plan, 'component'),
          index + 1,
          step['step'] ?? null,
          step['process'] ?? null,
          names.get(String(step['owner'] ?? '')) ?? '',
          step['from'] ?? null,
          step['until'] ?? null,
          step['target'] ?? null,
          stepStates.find(({ value }) => value === step['state'])?.label ?? '',
          progressOf(plan),
          marking(plan),
        ]),
      ),
    },
  ];
}
