import fc from 'fast-check';
import { chainEntries, type Draft, type Head } from '#shared/changelog/chain.ts';
import type { Entry, EntryBody } from '#shared/changelog/entry.ts';

const oddNames = ['__proto__', 'constructor', 'fields', 'value', 'base', 'kind', 'stamp', 'type', '0'];

/** Values as they may stand in any entry, from whatever version: everything that has canonical JSON. */
export const anyJson: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(
      null,
      true,
      false,
      0,
      -0,
      '',
      1e300,
      -1.5,
      Number.MAX_SAFE_INTEGER,
      1_800_000_000_000,
    ),
    fc.string({ unit: 'binary', maxLength: 60 }),
    // Half a surrogate pair, which UTF-8 cannot hold.
    fc.string({ maxLength: 3 }).map((text) => `${text}\ud800`),
    fc.constantFrom(
      'q3J8x0aZk1M:42',
      'AAAAAAAAAAA:1',
      'BBBBBBBBBBB:9007199254740991',
      '01hzzzzzzzzzzzzzzzzzzzzzzz',
    ),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom(...oddNames)), tie('value'), {
      maxKeys: 5,
      noNullPrototype: true,
    }),
  ),
})).value;

const object = fc.dictionary(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom(...oddNames)), anyJson, {
  maxKeys: 5,
  noNullPrototype: true,
});
const replicas = ['q3J8x0aZk1M', 'AAAAAAAAAAA', 'abcdefghijk'];
const ref = fc
  .tuple(fc.constantFrom(...replicas), fc.integer({ min: 1, max: 300 }))
  .map(([replica, seq]) => `${replica}:${seq}`);
const text = fc.constantFrom(
  'assign',
  'start',
  'Slow',
  '1',
  '2',
  'a longer text that people write now and then, many times',
);
const change = fc.oneof(
  fc.record({ value: fc.oneof(text, anyJson), base: fc.array(ref, { maxLength: 2 }) }),
  fc.record({
    add: fc.array(text, { maxLength: 2 }),
    remove: fc.array(fc.record({ member: text, seen: fc.array(ref, { maxLength: 2 }) }), { maxLength: 2 }),
  }),
);
const fields = fc.dictionary(fc.constantFrom('title', 'impact', 'tags', 'madeUp'), change, {
  noNullPrototype: true,
});

/** Bodies of known kinds as the engine writes them. */
const goodBody: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ kind: fc.constant('create'), number: text, version: fc.nat(3), fields: object }),
  fc.record({ kind: fc.constant('set'), fields }),
  fc.record({ kind: fc.constant('act'), action: text, to: text, base: ref, fields }),
  fc.record(
    {
      kind: fc.constant('note'),
      text: fc.string(),
      audience: fc.constantFrom('internal', 'stakeholders'),
      minutes: fc.nat(),
    },
    { requiredKeys: ['kind', 'text', 'audience'] },
  ),
  fc.record({
    kind: fc.constant('attach'),
    name: fc.string(),
    size: fc.nat(),
    type: fc.constantFrom('', 'image/png'),
    hash: fc.constantFrom('ab'.repeat(32), '0f'.repeat(32)),
    audience: fc.constantFrom('internal', 'requester'),
  }),
  fc.record({ kind: fc.constant('retract'), entries: fc.array(ref, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('rule'),
    entries: fc.array(ref, { maxLength: 3 }),
    verdict: fc.constantFrom('aside', 'stands'),
    code: fc.constant('OUT-PER-001'),
    reason: fc.string(),
  }),
  fc.record(
    {
      kind: fc.constant('vouch'),
      replica: fc.constantFrom(...replicas),
      key: text,
      signature: text,
      by: fc.constant('recovery'),
    },
    { requiredKeys: ['kind', 'replica', 'key', 'signature'] },
  ),
);

/** Of a known kind, and nothing about the rest. */
const brokenBody: fc.Arbitrary<unknown> = fc
  .tuple(
    fc.constantFrom('create', 'set', 'act', 'note', 'attach', 'retract', 'rule', 'vouch'),
    fc.dictionary(
      fc.constantFrom(
        'fields',
        'base',
        'action',
        'to',
        'number',
        'version',
        'text',
        'audience',
        'minutes',
        'name',
        'size',
        'hash',
        'entries',
        'verdict',
        'replica',
        'key',
      ),
      fc.oneof(
        anyJson,
        fc.dictionary(fc.constantFrom('title', 'tags', '__proto__'), fc.oneof(anyJson, brokenChange()), {
          noNullPrototype: true,
        }),
      ),
      { noNullPrototype: true },
    ),
  )
  .map(([kind, rest]) => ({ ...rest, kind }));

function brokenChange(): fc.Arbitrary<unknown> {
  return fc.dictionary(
    fc.constantFrom('value', 'base', 'add', 'remove'),
    fc.oneof(anyJson, fc.array(anyJson, { maxLength: 2 })),
    {
      noNullPrototype: true,
    },
  );
}

/** Of a kind that a newer version brought. */
const unknownBody: fc.Arbitrary<unknown> = fc
  .tuple(fc.string({ maxLength: 6 }), object)
  .map(([kind, rest]) => ({ ...rest, kind: `x${kind}` }));

const draft: fc.Arbitrary<Draft> = fc
  .tuple(
    fc.record({
      stamp: fc.record({
        wall: fc.oneof(
          fc.integer({ min: 1_700_000_000_000, max: 1_800_000_000_000 }),
          fc.constantFrom(0, -8.64e15, 8.64e15),
        ),
        counter: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.constant(2 ** 48 - 1)),
      }),
      actor: fc.constantFrom('', 'Ünï', '06dyjfj7v1k3q9b1t6m5n2w8xz', '01hzzzzzzzzzzzzzzzzzzzzzzz'),
      type: fc.constantFrom('incident', 'ticket', 'new-type'),
      record: fc.constantFrom('record', '06dyjfj7v1k3q9b1t6m5n2w8x0', '06dyjfj7v1k3q9b1t6m5n2w8x1'),
      body: fc.oneof({ weight: 4, arbitrary: goodBody }, brokenBody, unknownBody),
    }),
    fc.record(
      { key: text, origin: fc.oneof(fc.record({ at: fc.nat(), by: text }), object) },
      { requiredKeys: [] },
    ),
    // What a newer version may say of an entry, or of its stamp.
    fc.dictionary(fc.constantFrom('thread', 'urgent', '__proto__'), anyJson, {
      maxKeys: 1,
      noNullPrototype: true,
    }),
    fc.option(anyJson, { nil: undefined, freq: 8 }),
  )
  .map(([known, some, more, zone]) => {
    const { stamp, body, ...rest } = known;
    const said = zone === undefined ? stamp : { ...stamp, zone };
    return { ...rest, ...some, ...more, stamp: said, body: body as EntryBody };
  });

/** Entries of one replica that follow each other from some place on, of this version or a newer one, sound or not. */
export const anyRun: fc.Arbitrary<readonly Entry[]> = fc
  .tuple(
    fc.constantFrom(...replicas),
    fc.constantFrom<Head>(
      { seq: 0, hash: '' },
      { seq: 41, hash: 'A'.repeat(43) },
      { seq: 2 ** 40, hash: 'x8'.repeat(21) + 'A' },
    ),
    fc.array(draft, { minLength: 1, maxLength: 12 }),
  )
  .map(([replica, head, drafts]) => chainEntries(replica, head, drafts).entries);
