import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyst, manager, sampleCatalogue, ticket } from '#test/support/sample-catalogue.ts';
import { Replica } from '#test/support/replica.ts';
import type { Command, WrittenEntry } from '../engine/commands.ts';
import { shapeOf } from '../engine/shape.ts';
import type { EntryRef } from '../kernel/ids.ts';
import { isMemberChange, type Entry } from './entry.ts';
import { canExtend, compareEntries, extendFold, foldRecord, refOf, uncountedRefs } from './fold.ts';
import type { FoldState } from './fold-state.ts';
import { isLegal, projectRecord } from './project.ts';

/** What one of three devices does next. Refused commands change nothing, as at a desk. */
type Step =
  | {
      readonly by: number;
      readonly do: 'set';
      readonly field: string;
      readonly value: string | number | null;
    }
  | { readonly by: number; readonly do: 'tags'; readonly tags: readonly string[] }
  | { readonly by: number; readonly do: 'act'; readonly action: string }
  | { readonly by: number; readonly do: 'note'; readonly minutes: number }
  | { readonly by: number; readonly do: 'attach'; readonly size: number }
  | { readonly by: number; readonly do: 'undo'; readonly back: number }
  | {
      readonly by: number;
      readonly do: 'rule';
      readonly back: number;
      readonly verdict: 'aside' | 'stands';
    }
  | { readonly by: number; readonly do: 'sync'; readonly from: number; readonly most: number };

const device = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      by: device,
      do: fc.constant('set' as const),
      field: fc.constantFrom('details', 'details', 'effort', 'due'),
      value: fc.constantFrom<string | number | null>('a', 'b', 'c', 1, 2, '2026-01-01', null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      by: device,
      do: fc.constant('tags' as const),
      tags: fc.subarray(['x', 'y', '7', 'constructor', '__proto__']),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: device,
      do: fc.constant('act' as const),
      action: fc.constantFrom('start', 'await', 'resume', 'touch', 'finish', 'close', 'reopen'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ by: device, do: fc.constant('note' as const), minutes: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      by: device,
      do: fc.constant('attach' as const),
      size: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: device,
      do: fc.constant('undo' as const),
      back: fc.constantFrom(0, 0, 0, 1, 2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      by: device,
      do: fc.constant('rule' as const),
      back: fc.nat(5),
      verdict: fc.constantFrom('aside', 'aside', 'stands'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      by: device,
      do: fc.constant('sync' as const),
      from: device,
      most: fc.constantFrom(1, 3, 50, 50),
    }),
  },
);
const schedules = fc.array(step, { minLength: 10, maxLength: 40, size: 'max' });

const inputsOf: Readonly<Record<string, Record<string, string>>> = {
  await: { waitReason: 'user' },
  finish: { outcome: 'solved' },
};

interface Run {
  readonly devices: readonly [Replica, Replica, Replica];
  readonly record: string;
}

/** Plays a schedule. Each device has a person of its own; clocks are wrong by hours in both directions. */
async function play(steps: readonly Step[]): Promise<Run> {
  const devices = ['A', 'B', 'C'].map((name) => new Replica(sampleCatalogue, name)) as [
    Replica,
    Replica,
    Replica,
  ];
  const record = await devices[0].create(analyst, 'ticket', { title: 'It broke', tags: ['x'] });
  devices[1].receive(devices[0]);
  devices[2].receive(devices[0]);
  const written: (readonly WrittenEntry[])[][] = [[], [], []];
  for (const [index, next] of steps.entries()) {
    const replica = devices[next.by] as Replica;
    replica.now = Date.UTC(2026, 10, 2, 8) + index * 1000 + (next.by - 1) * 7_200_000;
    if (next.do === 'sync') {
      replica.receive(devices[next.from] as Replica, next.most);
      continue;
    }
    if (next.do === 'rule') {
      // Never the making: without it there is no record to go on with.
      const named = replica.of(record).at(-1 - next.back);
      if (named && named.body.kind !== 'create') replica.rule(record, next.verdict, [refOf(named)]);
      continue;
    }
    const person = { ...manager, id: `person-${next.by}` };
    const result = await replica.do(person, commandOf(next, record, written[next.by] ?? []));
    if (!result.ok) continue;
    written[next.by]?.push(
      result.value.entries.map((entry) => ({ record: entry.record, ref: refOf(entry) })),
    );
  }
  for (let round = 0; round < 3; round += 1) {
    for (const one of devices) for (const other of devices) one.receive(other);
  }
  return { devices, record };
}

function commandOf(
  next: Exclude<Step, { do: 'sync' | 'rule' }>,
  record: string,
  own: readonly (readonly WrittenEntry[])[],
): Command {
  switch (next.do) {
    case 'set':
      return { kind: 'edit', record, fields: { [next.field]: next.value } };
    case 'tags':
      return { kind: 'edit', record, fields: { tags: next.tags } };
    case 'act':
      return { kind: 'act', record, action: next.action, inputs: inputsOf[next.action] ?? {} };
    case 'note':
      return { kind: 'note', record, text: 'said', audience: 'internal', minutes: next.minutes };
    case 'attach': {
      const { size } = next;
      const hash = String(size).repeat(64);
      return { kind: 'attach', record, name: `${size}.txt`, size, type: '', hash, audience: 'internal' };
    }
    case 'undo':
      return { kind: 'undo', entries: own.at(-1 - next.back) ?? [] };
  }
}

function checkRuns(check: (run: Run) => void | Promise<void>, numRuns = 250): Promise<void> {
  return fc.assert(
    fc.asyncProperty(schedules, async (steps) => {
      await check(await play(steps));
    }),
    { numRuns },
  );
}

describe('fold of random schedules of three devices', () => {
  test('FOLD-6 every device shows the same record and the same conflicts once all has arrived', () =>
    checkRuns(({ devices, record }) => {
      const [a, b, c] = devices.map((replica) => replica.view(record));
      expect(b).toEqual(a);
      expect(c).toEqual(a);
      expect(devices[1].states.get(record)).toEqual(devices[0].states.get(record));
    }));

  test('FOLD-6 the order of arrival does not matter', () =>
    fc.assert(
      fc.asyncProperty(schedules, fc.infiniteStream(fc.nat()), async (steps, chance) => {
        const { devices, record } = await play(steps);
        const entries = devices[0].of(record);
        const keyed = entries.map((entry) => ({ entry, place: chance.next().value as number }));
        const shuffled = keyed.sort((x, y) => x.place - y.place).map(({ entry }) => entry);
        expect(foldRecord(shuffled)).toEqual(foldRecord(entries));
      }),
      { numRuns: 150 },
    ));

  test('FOLD-6 adding entries one by one comes to the same as folding all of them', () =>
    checkRuns(({ devices, record }) => {
      for (const replica of devices) {
        let state: FoldState | undefined;
        const arrived: Entry[] = [];
        for (const entry of replica.of(record)) {
          arrived.push(entry);
          if (canExtend(state, entry)) {
            state = extendFold(state, entry);
            expect(state).toEqual(foldRecord(arrived));
          } else state = foldRecord(arrived);
        }
      }
    }));

  test('FOLD-2 every step of a life is one that the table allows, each from where the last one led', () =>
    checkRuns(({ devices, record }) => {
      for (const replica of devices) {
        const view = replica.view(record);
        let state = ticket.lifecycle.initial;
        for (const life of view.life) {
          expect(life.from).toBe(state);
          expect(isLegal(ticket.lifecycle, life.action, life.from, life.to)).toBe(true);
          state = life.to;
        }
        expect(view.state).toBe(state);
      }
    }));

  test('FOLD-2 no act is lost: each is in the life, overtaken, illegal, taken back or the twin of one that is', () =>
    checkRuns(({ devices, record }) => {
      const entries = [...devices[0].of(record)].sort(compareEntries);
      const uncounted = uncountedRefs(entries);
      const { life, overtaken } = devices[0].view(record);
      const told = new Set([...life.map(({ ref }) => ref), ...overtaken.map(({ ref }) => ref), ...uncounted]);
      const untold = entries
        .filter(({ body }) => body.kind === 'act')
        .filter((entry) => !told.has(refOf(entry)));
      for (const { body } of untold) {
        if (body.kind !== 'act') continue;
        const twin = life.find(({ action, to }) => action === body.action && to === body.to);
        expect(twin).toBeDefined();
      }
    }));

  test('FOLD-1 the heads of a field are the sets that no set names, found without any order', () =>
    checkRuns(({ devices, record }) => {
      const entries = devices[0].of(record);
      const state = devices[0].states.get(record);
      for (const field of ['details', 'effort', 'due']) {
        const heads = (state?.registers[field] ?? []).map(({ ref }) => ref);
        expect(new Set(heads)).toEqual(headsOf(entries, field));
        const shown = entries
          .filter((entry) => heads.includes(refOf(entry)))
          .sort(compareEntries)
          .at(-1);
        if (shown) expect(heads[0]).toBe(refOf(shown));
      }
    }));

  test('FOLD-3 a member is there where one addition was not seen by a removal, found without any order', () =>
    checkRuns(({ devices, record }) => {
      const entries = devices[0].of(record);
      expect(new Set(devices[0].view(record).fields['tags'] as string[])).toEqual(membersOf(entries));
    }));

  test('FOLD-5 every note and minute counts once', () =>
    checkRuns(({ devices, record }) => {
      const entries = [...devices[0].of(record)].sort(compareEntries);
      const uncounted = uncountedRefs(entries);
      const notes = entries
        .filter(({ body }) => body.kind === 'note')
        .filter((entry) => !uncounted.has(refOf(entry)));
      const minutes = notes.reduce(
        (sum, { body }) => sum + (body.kind === 'note' ? (body.minutes ?? 0) : 0),
        0,
      );
      const view = devices[0].view(record);
      expect([view.noteCount, view.minutesSpent]).toEqual([notes.length, minutes]);
    }));

  test('FOLD-12 every file that was not taken back is there once', () =>
    checkRuns(({ devices, record }) => {
      const entries = [...devices[0].of(record)].sort(compareEntries);
      const uncounted = uncountedRefs(entries);
      const files = entries
        .filter(({ body }) => body.kind === 'attach')
        .map(refOf)
        .filter((ref) => !uncounted.has(ref));
      expect((devices[0].view(record).attachments ?? []).map(({ ref }) => ref)).toEqual(files);
    }));

  test('FOLD-1 one device alone never makes a conflict, whatever it undoes', () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40, size: 'max' }), async (steps) => {
        const alone = steps
          .filter((next) => next.do !== 'sync' && next.do !== 'rule')
          .map((next) => ({ ...next, by: 0 }));
        const { devices, record } = await play(alone);
        const view = devices[0].view(record);
        expect(view.conflicts).toEqual([]);
        expect(view.overtaken.filter(({ why }) => why === 'overtaken')).toEqual([]);
      }),
      {
        numRuns: 200,
        examples: [
          [
            [
              { by: 0, do: 'act', action: 'start' },
              { by: 0, do: 'undo', back: 0 },
              { by: 0, do: 'undo', back: 0 },
              { by: 0, do: 'undo', back: 0 },
              { by: 0, do: 'set', field: 'details', value: 'a' },
              { by: 0, do: 'act', action: 'finish' },
              { by: 0, do: 'undo', back: 2 },
            ],
          ],
        ],
      },
    ));

  test('FOLD-6 the stored form comes back unchanged', () =>
    checkRuns(({ devices, record }) => {
      const state = devices[0].states.get(record) as FoldState;
      const stored = structuredClone(state);
      expect(projectRecord(stored, shapeOf(ticket))).toEqual(devices[0].view(record));
    }, 60));
});

/** Who takes part in a field's value: entries that set it and were not taken back; the making of the record. */
function headsOf(entries: readonly Entry[], field: string): ReadonlySet<EntryRef> {
  const byRef = new Map(entries.map((entry) => [refOf(entry), entry]));
  const uncounted = uncountedRefs([...entries].sort(compareEntries));
  const baseOf = (entry: Entry): readonly EntryRef[] => {
    const { body } = entry;
    if (body.kind !== 'set' && body.kind !== 'act') return [];
    const change = body.fields[field];
    if (!change || isMemberChange(change)) return [];
    // Who names an entry that was taken back means what stood before it.
    return change.base.flatMap((ref) => {
      const named = byRef.get(ref);
      return named && uncounted.has(ref) ? baseOf(named) : [ref];
    });
  };
  const counting = entries.filter((entry) => !uncounted.has(refOf(entry)));
  const setters = counting.filter(({ body }) => {
    if (body.kind === 'create') return Object.hasOwn(body.fields, field);
    return (body.kind === 'set' || body.kind === 'act') && body.fields[field] !== undefined;
  });
  const named = new Set(counting.flatMap(baseOf));
  const heads = setters.map(refOf).filter((ref) => !named.has(ref));
  const onlyCreate = setters.length === 1 && setters[0]?.body.kind === 'create';
  return new Set(onlyCreate ? [] : heads);
}

function membersOf(entries: readonly Entry[]): ReadonlySet<string> {
  const uncounted = uncountedRefs([...entries].sort(compareEntries));
  const additions: { member: string; ref: EntryRef }[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    if (uncounted.has(refOf(entry))) continue;
    const { body } = entry;
    const change = body.kind === 'set' || body.kind === 'act' ? body.fields['tags'] : undefined;
    const made = body.kind === 'create' ? ((body.fields['tags'] ?? []) as readonly string[]) : [];
    const added = change && isMemberChange(change) ? change.add : made;
    additions.push(...added.map((member) => ({ member, ref: refOf(entry) })));
    if (!change || !isMemberChange(change)) continue;
    for (const removal of change.remove) for (const ref of removal.seen) seen.add(`${removal.member} ${ref}`);
  }
  return new Set(
    additions.filter(({ member, ref }) => !seen.has(`${member} ${ref}`)).map(({ member }) => member),
  );
}
