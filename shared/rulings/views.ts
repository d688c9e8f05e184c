import type { RecordType } from '../definition/record-type.ts';
import type { RecordView } from '../definition/record.ts';
import { isMemberChange, type Entry } from '../changelog/entry.ts';
import { compareEntries, foldRecord, refOf } from '../changelog/fold.ts';
import { projectRecord } from '../changelog/project.ts';
import { shapeOf } from '../engine/shape.ts';
import type { Heard } from './heard.ts';

/** Others' work that the author may not have seen is taken away one by one, so often. */
const mostWithout = 40;

/** The record as its author may have seen it, likeliest first: with all that came before it, then with less of what others did meanwhile. */
export function* viewsBefore(
  type: RecordType,
  entry: Entry,
  standing: readonly Heard[],
  aside: readonly Heard[],
): Generator<RecordView> {
  const earlier = (heard: readonly Heard[]) =>
    heard.map((one) => one.entry).filter(({ stamp }) => stamp.counter < entry.stamp.counter);
  const all = earlier(standing).sort(compareEntries);
  yield* viewOf(type, all);
  const seen = seenBy(entry, all);
  const unseen = all.filter((other) => !seen.has(refOf(other)));
  for (const from of unseen.slice(-mostWithout).reverse()) {
    const left = new Set(unseen.slice(unseen.indexOf(from)));
    yield* viewOf(
      type,
      all.filter((other) => !left.has(other)),
    );
  }
  yield* viewOf(
    type,
    all.filter((other) => seen.has(refOf(other))),
  );
  // What was ruled on later counted when the author saw it; their own work that was set aside did not.
  const others = earlier(aside).filter(
    ({ actor, replica }) => actor !== entry.actor && replica !== entry.replica,
  );
  if (others.length > 0) yield* viewOf(type, [...all, ...others]);
}

/** What the author certainly saw: what their own log holds before it, what it names, and what those name. */
function seenBy(entry: Entry, known: readonly Entry[]): ReadonlySet<string> {
  const byRef = new Map(known.map((other) => [refOf(other) as string, other]));
  const seen = new Set<string>();
  const queue = known.filter(
    ({ replica, seq, body }) => body.kind === 'create' || (replica === entry.replica && seq < entry.seq),
  );
  queue.push(entry);
  for (const other of queue) {
    if (other !== entry) seen.add(refOf(other));
    for (const ref of basesOf(other)) {
      const named = byRef.get(ref);
      if (named && !seen.has(ref)) {
        seen.add(ref);
        queue.push(named);
      }
    }
  }
  return seen;
}

function basesOf({ body }: Entry): readonly string[] {
  switch (body.kind) {
    case 'retract':
      return body.entries;
    case 'set':
    case 'act': {
      const changes = Object.values(body.fields).flatMap((change) =>
        isMemberChange(change) ? change.remove.flatMap(({ seen }) => seen) : change.base,
      );
      return body.kind === 'act' ? [body.base, ...changes] : changes;
    }
    default:
      return [];
  }
}

function* viewOf(type: RecordType, entries: readonly Entry[]): Generator<RecordView> {
  const view = entries.length > 0 ? projectRecord(foldRecord(entries), shapeOf(type)) : undefined;
  if (view) yield view;
}
