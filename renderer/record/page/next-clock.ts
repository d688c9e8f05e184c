import type { Cells } from '#shared/engine/column-values.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

export interface ClockReading {
  readonly name: string;
  readonly label: string;
  readonly state: string;
  readonly due: number | null;
  readonly warnAt: number | null;
}

/** What the clocks of a record show; those without a target are left out. */
export function readClocks(type: RecordType, derived: Cells): readonly ClockReading[] {
  return type.clocks.flatMap(({ name, label }) => {
    const state = derived[`${name}State`];
    if (typeof state !== 'string' || state === 'none') return [];
    return [
      { name, label, state, due: instant(derived[`${name}Due`]), warnAt: instant(derived[`${name}WarnAt`]) },
    ];
  });
}

function instant(value: Cells[string] | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

/** The clock to watch: the running one that is due first, else a paused one. */
export function nextClock(clocks: readonly ClockReading[]): ClockReading | undefined {
  const running = clocks.filter((clock) => clock.state === 'running');
  const first = running.toSorted((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity))[0];
  return first ?? clocks.find((clock) => clock.state === 'paused');
}
