import {
  authoritiesOf,
  mayConform,
  partsAsked,
  phases,
  type Part,
  type Phase,
  type ServiceKind,
} from '../../conformance/asked.ts';
import type { Config } from '../../definition/config.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { isEmpty } from '../../definition/values.ts';

export interface Cell {
  readonly kind: ServiceKind;
  readonly phase: Phase;
}

/** The cell of table 1 that two choices name; undefined where one of them is missing. */
export function cellOf(kind: string, phase: string): Cell | undefined {
  const found = phases.find((one) => String(one) === phase);
  return (kind === 'enterprise' || kind === 'component') && found ? { kind, phase: found } : undefined;
}

/** The cell that a statement stands in. */
export function cellOfStatement(statement: RecordView): Cell | undefined {
  return cellOf(textOf(statement, 'kind'), textOf(statement, 'phase'));
}

/** The parts that the table asks a statement for; none of a departure while no verdict is given. */
export function askedOf(statement: RecordView): readonly Part[] {
  const cell = cellOfStatement(statement);
  if (!cell) return [];
  return partsAsked(cell.kind, cell.phase, textOf(statement, 'verdict') !== 'departs');
}

/** Whether the table asks for a part of the statement. */
export const asks =
  (part: Part) =>
  (statement: RecordView): boolean =>
    askedOf(statement).includes(part);

/** Whether conforming is a question in the cell. */
export function isVerdictAsked(statement: RecordView): boolean {
  const cell = cellOfStatement(statement);
  return cell === undefined || mayConform(cell.kind, cell.phase);
}

/** Out of the hands of whoever writes it: from here on everything must be there. */
export function isGivenIn(statement: RecordView): boolean {
  return statement.state === 'submitted' || statement.state === 'accepted';
}

/** Whether a statement holds a part. A plan may stand in its text or be a record of its own. */
export function hasPart(statement: RecordView, part: Part): boolean {
  if (part === 'agreement') return statement.fields['agreement'] === true;
  if (part === 'plan') return ['plan', 'planRecord'].some((field) => !isEmpty(statement.fields[field]));
  return !isEmpty(statement.fields[part]);
}

export interface PartStanding {
  readonly part: Part;
  readonly isThere: boolean;
}

/** What the table asks for, and whether it is there. */
export function partsOf(statement: RecordView): readonly PartStanding[] {
  return askedOf(statement).map((part) => ({ part, isThere: hasPart(statement, part) }));
}

export interface Fault {
  readonly field: string;
  readonly says: string;
}

/** What keeps a statement from being given in. */
export function statementFaults(statement: RecordView, config: Config): readonly Fault[] {
  return [
    ...exceptionFaults(statement, config),
    ...(isGivenIn(statement) ? [...missingFaults(statement), ...qualityFaults(statement)] : []),
  ];
}

function missingFaults(statement: RecordView): readonly Fault[] {
  const cell = cellOfStatement(statement);
  if (!cell) return [];
  const where = `phase ${String(cell.phase)} of ${cell.kind === 'enterprise' ? 'enterprise and shared services' : 'services for a single component'}`;
  const verdict =
    isVerdictAsked(statement) && textOf(statement, 'verdict') === ''
      ? [{ field: 'verdict', says: 'a statement says whether the service conforms' }]
      : [];
  const parts = partsOf(statement)
    .filter(({ isThere }) => !isThere)
    .map(({ part }) => ({ field: part, says: `it is missing, and table 1 asks for it in ${where}` }));
  return [...verdict, ...parts];
}

/** An exception is of the statement's service; to be given in, it counts in the year, by whose approval the cell asks for. */
function exceptionFaults(statement: RecordView, config: Config): readonly Fault[] {
  const cell = cellOfStatement(statement);
  const exception = asks('exception')(statement) ? config.get(textOf(statement, 'exception')) : undefined;
  if (!exception || !cell) return [];
  const year = statement.fields['year'];
  const until = textOf(exception, 'until');
  const isGiven = isGivenIn(statement);
  const isByAuthority = authoritiesOf(cell.kind).some((one) => one === textOf(exception, 'authorityKind'));
  const faults: readonly (readonly [boolean, string])[] = [
    [textOf(exception, 'service') !== textOf(statement, 'service'), 'it was given for another service'],
    [isGiven && exception.state === 'ended', 'it was ended'],
    [isGiven && !['approved', 'ended'].includes(exception.state), 'it is not approved'],
    [
      typeof year === 'number' && until !== '' && until < `${String(year)}-01-01`,
      `it ended on ${until}, before the year began`,
    ],
    [
      isGiven && exception.state === 'approved' && !isByAuthority,
      'enterprise and shared services need the approval of the DoD CIO',
    ],
  ];
  return faults.flatMap(([isFault, says]) => (isFault ? [{ field: 'exception', says }] : []));
}

/** Service quality as a share: percent, to one decimal. */
export function qualityOf(met: number, judged: number): number {
  return Math.round((met / judged) * 1000) / 10;
}

/** The figure tells how it was made. */
function qualityFaults(statement: RecordView): readonly Fault[] {
  if (!asks('serviceQuality')(statement)) return [];
  const { qualityMet: met, qualityJudged: judged, serviceQuality: quality } = statement.fields;
  const basis = textOf(statement, 'qualityBasis');
  if (basis === '') return [{ field: 'qualityBasis', says: 'a figure says where it comes from' }];
  if (basis === 'entered') {
    return textOf(statement, 'qualitySource') === ''
      ? [{ field: 'qualitySource', says: 'an entered figure names its source' }]
      : [];
  }
  const isCounted = typeof met === 'number' && typeof judged === 'number' && judged > 0 && met <= judged;
  if (!isCounted) return [{ field: 'qualityJudged', says: 'a figure from records says from how many' }];
  return qualityOf(met, judged) === quality
    ? []
    : [
        {
          field: 'serviceQuality',
          says: `${String(met)} of ${String(judged)} are ${String(qualityOf(met, judged))} %`,
        },
      ];
}
