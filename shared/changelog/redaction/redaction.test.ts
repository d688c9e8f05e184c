import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act, addTo, create, EntryWriter, retract, set } from '#test/support/entries.ts';
import { chainEntries, checkChain, noHead } from '../chain.ts';
import { decodeEntries, encodeEntries, hashEntry } from '../codec.ts';
import type { Entry, EntryBody, NoteBody } from '../entry.ts';
import { foldRecord, refOf } from '../fold.ts';
import { packEntries } from '../pack/pack.ts';
import { unpackEntries } from '../pack/unpack.ts';
import { projectRecord } from '../project.ts';
import { stubDigest, stubOf } from './stub.ts';

const note = (text: string): NoteBody => ({ kind: 'note', text, audience: 'internal', minutes: 5 });
const file: EntryBody = {
  kind: 'attach',
  name: 'secret.pdf',
  size: 3,
  type: 'application/pdf',
  hash: 'a'.repeat(64),
  audience: 'internal',
};
const shape = {
  lifecycle: {
    initial: 'new',
    states: {},
    transitions: [{ action: 'resolve', from: ['new'], to: 'resolved' }],
  },
} as unknown as Parameters<typeof projectRecord>[1];

function left(entry: Entry, keep: readonly string[] = []): Entry {
  const stub = stubOf(entry, keep);
  if (!stub) throw new Error('It holds no contents.');
  return stub;
}

function order(entries: readonly Entry[], keep: readonly string[] = []): EntryBody {
  const named = entries.map((entry) => ({
    entry: refOf(entry),
    keep,
    stub: stubDigest(left(entry, keep)),
  }));
  return { kind: 'redact', entries: named, reason: 'spill' };
}

/** Two people, each on a device of their own. */
function confirmed(writer: EntryWriter, entries: readonly Entry[], keep: readonly string[] = []): Entry {
  const asked = writer.write('a', order(entries, keep), undefined, { actor: 'anna' });
  writer.write('b', { kind: 'confirm', of: refOf(asked) }, undefined, { actor: 'ben' });
  return asked;
}

describe('orders', () => {
  it('RED-101 RED-102 an order counts once another person confirms it', () => {
    const writer = new EntryWriter();
    const made = writer.write('a', create({ title: 'The word' }));
    const asked = writer.write('a', order([made]), undefined, { actor: 'anna' });
    expect(foldRecord(writer.entries).redactions?.[0]?.state).toBe('open');
    expect(projectRecord(foldRecord(writer.entries), shape)?.fields).toEqual({ title: 'The word' });
    writer.write('b', { kind: 'confirm', of: refOf(asked) }, undefined, { actor: 'anna' });
    expect(foldRecord(writer.entries).redactions?.[0]?.state).toBe('open');
    writer.write('b', { kind: 'confirm', of: refOf(asked) }, undefined, { actor: 'ben' });
    expect(foldRecord(writer.entries).redactions?.[0]).toMatchObject({
      state: 'confirmed',
      answer: { by: 'ben' },
    });
    expect(projectRecord(foldRecord(writer.entries), shape)).toMatchObject({
      fields: {},
      number: 'TIC-7A-00001',
    });
  });

  it('RED-103 who asked takes it back, and another person declines, while nobody has confirmed', () => {
    const writer = new EntryWriter();
    const made = writer.write('a', create());
    const asked = writer.write('a', order([made]), undefined, { actor: 'anna' });
    const declined = writer.write('b', { kind: 'decline', of: refOf(asked) }, undefined, { actor: 'ben' });
    expect(foldRecord(writer.entries).redactions?.[0]?.state).toBe('declined');
    const alone = writer.entries.filter((entry) => entry !== declined);
    const back = { ...declined, actor: 'anna', replica: 'a', seq: 9, body: retract(asked) };
    expect(foldRecord([...alone, back]).redactions?.[0]?.state).toBe('withdrawn');
  });

  it('RED-104 an order that was confirmed stays so, whatever was written at the same time', () => {
    const writer = new EntryWriter();
    const made = writer.write('a', create());
    const asked = confirmed(writer, [made]);
    writer.write('a', retract(asked), undefined, { actor: 'anna' });
    writer.write('c', { kind: 'decline', of: refOf(asked) }, undefined, { actor: 'cora' });
    expect(foldRecord(writer.entries).redactions?.[0]?.state).toBe('confirmed');
  });
});

describe('the record', () => {
  it('RED-105 shows nothing of what was redacted, and what stood before where there was something', () => {
    const writer = new EntryWriter();
    const made = writer.write('a', create({ title: 'Printer', urgency: 'high' }));
    const spilled = writer.write('a', set('title', 'The word', made));
    const said = writer.write('a', note('The word too'));
    const attached = writer.write('a', file);
    const tagged = writer.write('a', addTo('tags', 'the-word'));
    confirmed(writer, [spilled, said, attached, tagged]);
    const state = foldRecord(writer.entries);
    const record = projectRecord(state, shape);
    expect(record?.fields).toMatchObject({ title: 'Printer', urgency: 'high' });
    expect(record?.fields['tags'] ?? []).toEqual([]);
    expect(record).toMatchObject({ noteCount: 1, minutesSpent: 5 });
    expect(record).not.toHaveProperty('attachments');
    expect(JSON.stringify(state)).not.toMatch(/the.word|secret/i);
  });

  it('RED-105 an act stays in the life without its inputs, and what is said to stay stays', () => {
    const writer = new EntryWriter();
    const made = writer.write('a', create({ title: 'Printer', impact: 'low' }));
    const fields = { resolution: { value: 'The word', base: [] }, code: { value: 'fixed', base: [] } };
    const resolved = writer.write('a', act('resolve', 'resolved', made, fields));
    confirmed(writer, [made, resolved], ['impact', 'code']);
    const record = projectRecord(foldRecord(writer.entries), shape);
    expect(record).toMatchObject({
      state: 'resolved',
      fields: { impact: 'low', code: 'fixed' },
      conflicts: [],
    });
    expect(record?.life[0]?.inputs).toEqual({ code: 'fixed' });
    expect(record?.fields).not.toHaveProperty('resolution');
  });

  it('RED-105 a later value that named the one that is gone stands alone', () => {
    const writer = new EntryWriter();
    const made = writer.write('a', create({ title: 'Printer' }));
    const spilled = writer.write('a', set('title', 'The word', made));
    writer.write('b', set('title', 'Printer again', spilled));
    confirmed(writer, [spilled]);
    const record = projectRecord(foldRecord(writer.entries), shape);
    expect(record).toMatchObject({ fields: { title: 'Printer again' }, conflicts: [] });
  });
});

describe('what is left of an entry', () => {
  const drafts = [create({ title: 'The word' }), note('The word'), note('Something else')].map(
    (body, index) => ({
      stamp: { wall: 1_000_000 + index, counter: index + 1 },
      actor: 'anna',
      type: 'ticket',
      record: '01j00000000000000000000000',
      body,
      ...(index < 2 ? { origin: { at: 5, by: 'The word', source: 'the-word.csv' } } : {}),
    }),
  );
  const { entries, head } = chainEntries('aaaaaaaaaaa', noHead, drafts);

  it('RED-110 has its hash, so the chain and what signs its end go on to fit', () => {
    const stubs = entries.map((entry, index) => (index < 2 ? left(entry) : entry));
    expect(checkChain(noHead, stubs)).toEqual({ good: 3, head });
    expect(JSON.stringify(stubs)).not.toMatch(/the.word/i);
    expect(decodeEntries(encodeEntries(stubs))).toEqual(stubs);
    expect(unpackEntries(packEntries(stubs))).toEqual({ entries: stubs, head });
  });

  it('RED-111 nothing else is believed to be it, and without an order nothing is', () => {
    const writer = new EntryWriter();
    const made = writer.write('a', create({ title: 'Printer' }));
    const resolved = writer.write('a', act('resolve', 'resolved', made, { note: { value: 'x', base: [] } }));
    const stub = left(resolved);
    if (stub.body.kind !== 'redacted' || stub.body.kept.kind !== 'act') throw new Error('No stub of an act.');
    const forged: Entry = { ...stub, body: { ...stub.body, kept: { ...stub.body.kept, action: 'cancel' } } };
    expect(hashEntry(forged)).toBe(hashEntry(resolved));
    const unordered = foldRecord([made, stub]);
    expect([unordered.acts, unordered.unknown]).toEqual([[], 1]);
    confirmed(writer, [resolved]);
    const others = writer.entries.filter((entry) => entry !== resolved);
    expect(foldRecord([...others, stub]).acts).toHaveLength(1);
    expect(foldRecord([...others, forged])).toMatchObject({ acts: [], unknown: 1 });
    const elsewhere = { ...stub, prev: 'x'.repeat(43) };
    expect(foldRecord([...others, elsewhere])).toMatchObject({ acts: [], unknown: 1 });
  });

  it('RED-111 whatever stands in its place, folding goes on', () => {
    const broken = { kind: 'redacted', hash: 5 } as unknown as EntryBody;
    const writer = new EntryWriter();
    const made = writer.write('a', create());
    const odd = writer.write('a', broken);
    writer.write('a', retract(odd));
    writer.write('a', { kind: 'redact' } as unknown as EntryBody);
    writer.write('b', { kind: 'confirm' } as unknown as EntryBody);
    expect(foldRecord(writer.entries).create?.ref).toBe(refOf(made));
  });
});

describe('RED-106 the same record with and without the contents', () => {
  const steps = fc.array(
    fc.record({
      replica: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom('set', 'tags', 'note', 'act', 'file', 'retract', 'redact'),
      /** Of what stands already. */
      of: fc.nat(30),
      seen: fc.nat(30),
      keeps: fc.boolean(),
      isAnswered: fc.constantFrom('confirm', 'decline', 'nothing'),
    }),
    { minLength: 3, maxLength: 25 },
  );

  it('RED-106 in any order of arrival', () => {
    fc.assert(
      fc.property(steps, fc.integer(), (plan, seed) => {
        const writer = new EntryWriter();
        const made = writer.write('a', create({ title: 'first', urgency: 'high' }));
        const gone = new Map<Entry, readonly string[]>();
        for (const { replica, kind, of, seen, keeps, isAnswered } of plan) {
          const known = writer.entries.slice(0, 1 + (seen % writer.entries.length));
          const target = known[of % known.length] ?? made;
          const keep = keeps ? ['urgency'] : [];
          if (kind === 'set')
            writer.write(replica, set(keeps ? 'urgency' : 'title', `v${of}`, target), known);
          else if (kind === 'tags') writer.write(replica, addTo('tags', `t${of}`), known);
          else if (kind === 'note') writer.write(replica, note(`n${of}`), known);
          else if (kind === 'file') writer.write(replica, file, known);
          else if (kind === 'retract') writer.write(replica, retract(target), known);
          else if (kind === 'act') {
            const fields = { code: { value: `c${of}`, base: [refOf(target)] } };
            writer.write(replica, act('resolve', 'resolved', target, fields), known);
          } else if (stubOf(target, keep) && !gone.has(target)) {
            const asked = writer.write(replica, order([target], keep), known);
            const answer = isAnswered === 'decline' ? 'decline' : 'confirm';
            const other = replica === 'a' ? 'b' : 'a';
            if (isAnswered === 'nothing') continue;
            writer.write(other, { kind: answer, of: refOf(asked) }, [...known, asked]);
            if (answer === 'confirm') gone.set(target, keep);
          }
        }
        const stubs = writer.entries.map((entry) => {
          const keep = gone.get(entry);
          return keep ? left(entry, keep) : entry;
        });
        const shuffled = [...stubs].sort((a, b) => ((a.seq * 7 + seed) % 5) - ((b.seq * 7 + seed) % 5));
        expect(foldRecord(shuffled)).toEqual(foldRecord(writer.entries));
      }),
      { numRuns: 300 },
    );
  });
});
