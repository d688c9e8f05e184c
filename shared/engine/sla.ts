import { slaClock, type SlaClock, type SlaEvent } from '../kernel/sla-clock.ts';
import type { Config } from '../definition/config.ts';
import type { ClockDeclaration } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { FieldValues } from '../definition/values.ts';
import { promisedFor, type Promised } from './agreements.ts';
import { stays } from './life.ts';

/** A service level clock of a record as it stands at an instant. */
export interface RecordClock {
  readonly name: string;
  readonly label: string;
  readonly promised: Promised;
  readonly clock: SlaClock;
  readonly isVoid: boolean;
}

/** The clocks of a record for which something is promised. `now`: epoch ms. */
export function clocksOf(
  type: RecordType,
  record: RecordView,
  config: Config,
  now: number,
): readonly RecordClock[] {
  return type.clocks.flatMap((declared) => {
    const promised = promisedFor(record, declared.measure, config);
    if (!promised) return [];
    const { events, isVoid } = eventsOf(declared, record);
    const { target, calendar } = promised;
    const clock = slaClock({ events, target, calendar, now });
    return [{ name: declared.name, label: declared.label, promised, clock, isVoid }];
  });
}

type Phase = 'run' | 'pause' | 'stop' | 'void';

/** Turns the record's stays in states into what happened to the clock. */
function eventsOf(
  declared: ClockDeclaration,
  record: RecordView,
): { events: readonly SlaEvent[]; isVoid: boolean } {
  const events: SlaEvent[] = [{ kind: 'start', at: record.createdAt }];
  let phase: Phase = 'run';
  let inputs: FieldValues = {};
  for (const { state, from, step } of stays(record)) {
    // A step that keeps the state (reassigning while waiting) keeps why the state was entered.
    inputs = step && step.from === step.to ? { ...inputs, ...step.inputs } : (step?.inputs ?? {});
    const next: Phase = declared.voidIn?.(state)
      ? 'void'
      : declared.stopsIn(state)
        ? 'stop'
        : declared.pausesIn(state, record, inputs)
          ? 'pause'
          : 'run';
    if (next === phase) continue;
    // Reopened straight into a wait: only a clock that runs can pause.
    if (next === 'pause' && phase !== 'run') events.push({ kind: 'resume', at: from });
    phase = next;
    events.push({ kind: next === 'run' ? 'resume' : next === 'pause' ? 'pause' : 'stop', at: from });
    if (declared.once && next === 'stop') break;
  }
  return { events, isVoid: phase === 'void' };
}

/**
 * The clock columns of a record: `<clock>Due` and `<clock>WarnAt` (epoch ms, null unless it runs in time), `<clock>State`.
 * Whether a running clock is past its due instant, the query says: the columns stay true as time goes by. `now` (epoch ms) is
 * only what contradicts acts that claim a time to come (SLA-12).
 */
export function clockColumns(
  type: RecordType,
  record: RecordView,
  config: Config,
  now: number,
): Readonly<Record<string, string | number | null>> {
  const columns: Record<string, string | number | null> = {};
  const found = type.clocks.length > 0 ? clocksOf(type, record, config, now) : [];
  for (const { name } of type.clocks) {
    const entry = found.find((other) => other.name === name);
    const runs = entry?.clock.isRunning === true && !entry.isVoid;
    columns[`${name}Due`] = runs ? (entry.clock.dueAt ?? null) : null;
    columns[`${name}WarnAt`] = runs ? (entry.clock.warnAt ?? null) : null;
    columns[`${name}State`] = entry ? stateOf(entry) : 'none';
  }
  return columns;
}

function stateOf({ clock, isVoid }: RecordClock): string {
  if (isVoid) return 'void';
  if (clock.state === 'breached') return clock.isRunning ? 'running' : 'missed';
  return clock.state === 'not-started' ? 'none' : clock.state;
}

export const clockStateChoices = [
  { value: 'running', label: 'Running' },
  { value: 'paused', label: 'Paused' },
  { value: 'met', label: 'Met' },
  { value: 'missed', label: 'Missed' },
  { value: 'void', label: 'Void' },
  { value: 'none', label: 'No target' },
] as const;
