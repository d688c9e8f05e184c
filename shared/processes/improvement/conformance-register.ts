import { lookDay, standingOn, type Standing } from '../../conformance/standing.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import {
  cellOfStatement,
  asks,
  isVerdictAsked,
  partsOf,
  type Cell,
  type PartStanding,
} from './conformance-parts.ts';
import { cellOfService } from './conformance-year.ts';

export interface RegisterSource {
  readonly services: readonly RecordView[];
  readonly statements: readonly RecordView[];
  readonly exceptions: readonly RecordView[];
  /** `YYYY-MM-DD` in the unit's zone. */
  readonly today: string;
}

/** `measured`: the cell asks for measures and not whether the service conforms. */
export type Verdict = 'conforms' | 'departs' | 'measured' | 'open';

/** What somebody has to do next about a service in a year. */
export type NextStep = 'classify' | 'state' | 'settle' | 'renew' | 'write' | 'submit' | 'accept' | 'none';

export interface RegisterRow {
  readonly service: RecordView;
  readonly year: number;
  /** Of the statement; of the service while there is none. */
  readonly cell: Cell | undefined;
  readonly component: string;
  /** The one that counts: of several, the one that came furthest. */
  readonly statement: RecordView | undefined;
  /** Others of the same service and year, which two devices made apart from each other. */
  readonly twins: readonly RecordView[];
  readonly verdict: Verdict;
  readonly parts: readonly PartStanding[];
  readonly exception: { readonly record: RecordView; readonly standing: Standing } | undefined;
  /** The statement of the year before. */
  readonly before: RecordView | undefined;
  readonly next: NextStep;
}

const offered = ['catalogue', 'retiring'];
const furthest = ['accepted', 'submitted', 'draft'];

/** One line a service: those that are offered, and those of which something was stated for the year. Ordered by name. */
export function registerOf(source: RegisterSource, year: number): readonly RegisterRow[] {
  const ofService = groupByService(source.statements.filter(({ state }) => state !== 'superseded'));
  const exceptions = new Map(source.exceptions.map((exception) => [exception.id, exception]));
  return source.services
    .flatMap((service): readonly RegisterRow[] => {
      const own = ofService.get(service.id) ?? [];
      const ofYear = own.filter(({ fields }) => fields['year'] === year);
      if (ofYear.length === 0 && !offered.includes(service.state)) return [];
      return [rowOf(service, year, own, exceptions, source.today)];
    })
    .toSorted((a, b) => textOf(a.service, 'name').localeCompare(textOf(b.service, 'name'), 'en'));
}

function groupByService(statements: readonly RecordView[]): ReadonlyMap<string, readonly RecordView[]> {
  const groups = new Map<string, RecordView[]>();
  for (const statement of statements) {
    const service = textOf(statement, 'service');
    groups.set(service, [...(groups.get(service) ?? []), statement]);
  }
  return groups;
}

/** Of several statements, the one that came furthest; of equals, the one made first. */
function bestOf(statements: readonly RecordView[]): readonly RecordView[] {
  return statements.toSorted(
    (a, b) =>
      furthest.indexOf(a.state) - furthest.indexOf(b.state) ||
      a.createdAt - b.createdAt ||
      (a.id < b.id ? -1 : 1),
  );
}

function rowOf(
  service: RecordView,
  year: number,
  statements: readonly RecordView[],
  exceptions: ReadonlyMap<string, RecordView>,
  today: string,
): RegisterRow {
  const of = (wanted: number) => bestOf(statements.filter(({ fields }) => fields['year'] === wanted));
  const [statement, ...twins] = of(year);
  const parts = statement ? partsOf(statement) : [];
  const record =
    statement && asks('exception')(statement) ? exceptions.get(textOf(statement, 'exception')) : undefined;
  const standing = record && standingOn(record.state, textOf(record, 'until'), lookDay(year, today));
  const row = {
    service,
    year,
    cell: statement ? cellOfStatement(statement) : cellOfService(service),
    component: textOf(statement ?? service, 'component') || textOf(service, 'component'),
    statement,
    twins,
    verdict: verdictOf(statement),
    parts,
    exception: record && standing ? { record, standing } : undefined,
    before: of(year - 1)[0],
  };
  return { ...row, next: nextOf(row) };
}

export function verdictOf(statement: RecordView | undefined): Verdict {
  if (!statement) return 'open';
  if (!isVerdictAsked(statement)) return 'measured';
  const verdict = textOf(statement, 'verdict');
  return verdict === 'conforms' || verdict === 'departs' ? verdict : 'open';
}

function nextOf(row: Omit<RegisterRow, 'next'>): NextStep {
  const { cell, statement, twins, parts, exception, verdict } = row;
  if (!statement) return cell ? 'state' : 'classify';
  if (twins.length > 0) return 'settle';
  if (exception?.standing === 'ended' || exception?.standing === 'refused') return 'renew';
  if (statement.state === 'draft') {
    return verdict === 'open' || parts.some(({ isThere }) => !isThere) ? 'write' : 'submit';
  }
  if (statement.state === 'submitted') return 'accept';
  return exception?.standing === 'endsSoon' ? 'renew' : 'none';
}

/** What a register can be narrowed to. */
export type Flag = 'missing' | 'ending' | 'departing' | 'incomplete' | 'submitted' | 'accepted';

const flags: Readonly<Record<Flag, (row: RegisterRow) => boolean>> = {
  missing: ({ statement }) => statement === undefined,
  ending: ({ exception }) => exception?.standing === 'ended' || exception?.standing === 'endsSoon',
  departing: ({ verdict }) => verdict === 'departs',
  incomplete: ({ statement }) => statement?.state === 'draft',
  submitted: ({ statement }) => statement?.state === 'submitted',
  accepted: ({ statement }) => statement?.state === 'accepted',
};

export function isFlagged(row: RegisterRow, flag: Flag): boolean {
  return flags[flag](row);
}

const kinds = { enterprise: 'Enterprise or shared', component: 'Single component' } as const;
const verdicts: Readonly<Record<Verdict, string>> = {
  conforms: 'conforms',
  departs: 'does not conform',
  measured: 'is measured',
  open: 'no verdict yet',
};

/** What is different from the year before, in words; empty where nothing is. */
export function changesOf({ statement, before, cell, verdict }: RegisterRow): readonly string[] {
  if (!statement) return before ? ['No statement yet'] : [];
  if (!before) return ['New'];
  const old = cellOfStatement(before);
  const oldVerdict = verdictOf(before);
  return [
    ...(cell && old && cell.kind !== old.kind
      ? [`${kinds[old.kind]} → ${kinds[cell.kind].toLowerCase()}`]
      : []),
    ...(cell && old && cell.phase !== old.phase
      ? [`Phase ${String(old.phase)} → ${String(cell.phase)}`]
      : []),
    ...(oldVerdict === verdict ? [] : [`Before: ${verdicts[oldVerdict]}`]),
  ];
}
