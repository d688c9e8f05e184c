import type { Config } from '../definition/config.ts';
import type { RecordView } from '../definition/record.ts';

/** The unit that the workspace belongs to: of those not retired, the one made first. */
export function unitOf(config: Pick<Config, 'all'>): RecordView | undefined {
  const units = config.all('unit');
  const active = units.filter((unit) => unit.state === 'active');
  return (active.length > 0 ? active : units).reduce<RecordView | undefined>(
    (first, unit) => (first && isFirst(first, unit) ? first : unit),
    undefined,
  );
}

function isFirst(a: RecordView, b: RecordView): boolean {
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt;
}
