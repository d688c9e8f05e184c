import type { Query } from '#shared/definition/query.ts';
import { localDayBounds } from '#shared/kernel/time.ts';
import type { Aggregate, GroupBy, SummaryPart } from './index/protocol.ts';

/** The query of exactly the records that a group of a summary stands for. `zone`: where a day begins. */
export function groupQuery(
  query: Query,
  part: SummaryPart,
  { groupBy, of, zone }: { groupBy?: GroupBy | undefined; of?: Aggregate | undefined; zone: string },
): Query {
  const where = [...query.where];
  if (of) where.push({ column: of.column, empty: false });
  if (groupBy) {
    const { column } = groupBy;
    if (part.key === null) where.push({ column, empty: true });
    else if (part.isDay) {
      const [from, below] = localDayBounds(String(part.key), groupBy.zone ?? zone);
      where.push({ column, from, below });
    } else where.push({ column, in: [part.key] });
  }
  return { ...query, where };
}
