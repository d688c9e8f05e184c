import { standingOn } from '../../conformance/standing.ts';
import { listOf, textOf, type RecordView } from '../../definition/record.ts';
import type { FieldValue, FieldValues } from '../../definition/values.ts';
import { deterministicRecordId } from '../../kernel/ids.ts';
import { cellOf, type Cell } from './conformance-parts.ts';

/** Record id of the year of a component (`''`: the whole unit): two devices that open it make one record. */
export function cycleId(component: string, year: number): string {
  return deterministicRecordId(['conformance-cycle', component, String(year)]);
}

/** Record id of the statement that opening a year makes: two devices make the same one. */
export function statementId(service: string, year: number): string {
  return deterministicRecordId(['conformance-statement', service, String(year)]);
}

/** The cell that a service stands in; undefined where its type or phase is not set. */
export function cellOfService(service: RecordView): Cell | undefined {
  return cellOf(textOf(service, 'conformanceKind'), textOf(service, 'conformancePhase'));
}

/** What the statement of the year before hands on as a beginning. Verdict, agreement and figures are given anew each year. */
const handedOn = [
  'explanation',
  'evaluation',
  'plan',
  'planRecord',
  'levelDescription',
  'recommendation',
] as const;

interface Beginning {
  readonly service: RecordView;
  readonly year: number;
  /** Record id; '' where the statement belongs to no opened year. */
  readonly cycle: string;
  /** The statement of the year before. */
  readonly before: RecordView | undefined;
  /** The exception that `before` rests on. */
  readonly exception: RecordView | undefined;
}

/** Fields of the draft for a service and year; undefined where the service has no type or phase. */
export function draftFields({ service, year, cycle, before, exception }: Beginning): FieldValues | undefined {
  const cell = cellOfService(service);
  if (!cell) return undefined;
  const texts = Object.fromEntries(
    handedOn.flatMap((field): (readonly [string, FieldValue])[] => {
      const value = before?.fields[field];
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  );
  const processes = before ? listOf(before, 'processes') : [];
  const counts =
    exception &&
    ['counts', 'endsSoon'].includes(
      standingOn(exception.state, textOf(exception, 'until'), `${String(year)}-01-01`),
    );
  return {
    name: `${textOf(service, 'name')} ${String(year)}`,
    service: service.id,
    year,
    kind: cell.kind,
    phase: String(cell.phase),
    ...(textOf(service, 'component') === '' ? {} : { component: textOf(service, 'component') }),
    ...(cycle === '' ? {} : { cycle }),
    ...texts,
    ...(processes.length === 0 ? {} : { processes }),
    ...(counts ? { exception: exception.id } : {}),
  };
}
