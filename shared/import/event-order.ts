/** What is known of an event's place among those of its record. */
export interface EventPlace {
  /** Epoch ms. */
  readonly at: number;
  /** Number that the source counts changes by, if it has one. */
  readonly sequence?: number;
  readonly line: number;
}

export interface EventOrder<Event> {
  readonly events: readonly Event[];
  /** Time, number and line contradict each other somewhere: the order is what most of them say. */
  readonly isDoubtful: boolean;
}

/** A record with more events than this is ordered by number and time alone. */
const mostCompared = 1000;

/**
 * Puts the events of one record in order (IMP-20). Where number and time agree that is the order. Where they do not, each
 * two events stand as two of the three witnesses say: number, time, place in the file.
 */
export function orderEvents<Event extends EventPlace>(events: readonly Event[]): EventOrder<Event> {
  const sorted = [...events].sort((a, b) => bySequence(a, b) || a.at - b.at || a.line - b.line);
  const agrees = sorted.every((event, index) => index === 0 || (sorted[index - 1] as Event).at <= event.at);
  if (agrees) return { events: sorted, isDoubtful: false };
  if (sorted.length > mostCompared) return { events: sorted, isDoubtful: true };
  const wins = new Map(sorted.map((event) => [event, votesFor(event, sorted)]));
  const ordered = [...sorted].sort(
    (a, b) => (wins.get(b) ?? 0) - (wins.get(a) ?? 0) || a.at - b.at || a.line - b.line,
  );
  return { events: ordered, isDoubtful: true };
}

function bySequence(a: EventPlace, b: EventPlace): number {
  return a.sequence === undefined || b.sequence === undefined ? 0 : a.sequence - b.sequence;
}

/** How many other events come after this one, by two of three. */
function votesFor(event: EventPlace, all: readonly EventPlace[]): number {
  return all.reduce((sum, other) => {
    if (other === event) return sum;
    const votes = [bySequence(event, other), event.at - other.at, event.line - other.line].map(Math.sign);
    return sum - Math.sign(votes.reduce((total, vote) => total + vote, 0));
  }, 0);
}
