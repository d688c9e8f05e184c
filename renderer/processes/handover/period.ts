import {
  fromLocal,
  formatAbsolute,
  formatClock,
  formatDay,
  offsetAt,
} from '#renderer/ui/time/format-time.ts';

/** Half open: from ≤ instant < to. Epoch ms. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

export interface NamedPeriod extends Period {
  readonly id: string;
  readonly label: string;
}

const hour = 3_600_000;
/** Local hours at which shifts change. */
const shiftChanges = [6, 18] as const;

function localDayStart(at: number, zone: string): number {
  const local = at + offsetAt(at, zone);
  return local - (((local % (24 * hour)) + 24 * hour) % (24 * hour));
}

/** The instants of shift changes around `at`, ascending. */
function changesAround(at: number, zone: string): readonly number[] {
  const today = localDayStart(at, zone);
  return [-2, -1, 0, 1].flatMap((days) =>
    shiftChanges.map((hours) => fromLocal(today + (days * 24 + hours) * hour, zone)),
  );
}

function shiftLabel({ from, to }: Period, name: string, zone: string): string {
  return `${name} (${formatDay(from, zone)} ${formatClock(from, zone)}–${formatClock(to, zone)})`;
}

/** The shift that `now` lies in, the one before it, and the last day. */
export function shiftPeriods(now: number, zone: string): readonly NamedPeriod[] {
  const changes = changesAround(now, zone);
  const next = changes.findIndex((change) => change > now);
  const [before = now, start = now, end = now] = changes.slice(next - 2, next + 1);
  const current = { from: start, to: end };
  const previous = { from: before, to: start };
  return [
    { id: 'current', label: shiftLabel(current, 'This shift', zone), ...current },
    { id: 'previous', label: shiftLabel(previous, 'Shift before', zone), ...previous },
    { id: 'day', label: 'Last 24 hours', from: now - 24 * hour, to: now },
  ];
}

export function isIn({ from, to }: Period, at: number | null | undefined): boolean {
  return typeof at === 'number' && from <= at && at < to;
}

export function formatPeriod({ from, to }: Period, zone: string): string {
  return `${formatAbsolute(from, zone)} to ${formatAbsolute(to, zone)}`;
}

function instant(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 8.64e15 ? value : undefined;
}

/** The period that an address names; undefined where it names none that can be. */
export function periodFrom(search: Readonly<Record<string, unknown>>): Period | undefined {
  const from = instant(search['from']);
  const to = instant(search['to']);
  return from !== undefined && to !== undefined && from < to ? { from, to } : undefined;
}
