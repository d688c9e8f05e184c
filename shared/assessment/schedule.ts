/** A session of an assessment as its plan has it. Instants in epoch ms. */
export interface PlannedSession {
  readonly id: string;
  /** How people call it: its title. */
  readonly title: string;
  readonly from: number;
  readonly until: number;
  readonly processes: readonly string[];
  /** Who leads it and who takes part, each once. */
  readonly people: readonly string[];
}

/** What the schedule is held against. */
export interface ScheduleFrame {
  /** First and last day, `YYYY-MM-DD`; '' where it is not set. */
  readonly from: string;
  readonly until: string;
  /** Codes of the processes in scope. */
  readonly processes: readonly string[];
  /** The day of an instant in the unit's zone, `YYYY-MM-DD`. */
  readonly dayOf: (at: number) => string;
}

/** Something the lead assessor should know. It stops nothing: they may know better. */
export type ScheduleFault =
  | { readonly kind: 'twoAtOnce'; readonly person: string; readonly sessions: readonly [string, string] }
  | { readonly kind: 'outside'; readonly session: string; readonly says: string }
  | { readonly kind: 'noSession'; readonly process: string };

/** People in two sessions at once, sessions outside of the dates, processes in scope that no session is about. In the order of time. */
export function scheduleFaults(
  sessions: readonly PlannedSession[],
  frame: ScheduleFrame,
): readonly ScheduleFault[] {
  const ordered = sessions.toSorted((one, other) => one.from - other.from || one.until - other.until);
  return [
    ...ordered.flatMap((session, place) => clashes(session, ordered.slice(place + 1))),
    ...ordered.flatMap((session) => outside(session, frame)),
    ...frame.processes
      .filter((process) => !sessions.some(({ processes }) => processes.includes(process)))
      .map((process): ScheduleFault => ({ kind: 'noSession', process })),
  ];
}

/** Half open: a session may begin when the one before it ends. */
function clashes(session: PlannedSession, later: readonly PlannedSession[]): readonly ScheduleFault[] {
  return later
    .filter((other) => other.from < session.until && session.from < other.until)
    .flatMap((other) =>
      session.people
        .filter((person) => other.people.includes(person))
        .map((person): ScheduleFault => ({
          kind: 'twoAtOnce',
          person,
          sessions: [session.id, other.id],
        })),
    );
}

function outside({ id, from, until }: PlannedSession, frame: ScheduleFrame): readonly ScheduleFault[] {
  const [first, last] = [frame.dayOf(from), frame.dayOf(Math.max(from, until - 1))];
  if (frame.from !== '' && first < frame.from)
    return [
      { kind: 'outside', session: id, says: `is on ${first}, before the assessment begins (${frame.from})` },
    ];
  if (frame.until !== '' && last > frame.until)
    return [
      { kind: 'outside', session: id, says: `is on ${last}, after the assessment ends (${frame.until})` },
    ];
  return [];
}
