import { expect, test } from 'vitest';
import { Desk } from '#test/support/desk.ts';
import { separationFault } from './separation.ts';

const desk = Desk.seeded();
const maker = desk.person('Maker', 'analyst');
const other = desk.person('Other', 'analyst');
const [transition] = desk.type('request').lifecycle.transitions;

test('PER-216 a transition names who may not do it, by field or as who made the record', () => {
  if (!transition) throw new Error('No transition.');
  const record = {
    ...desk.view(desk.put('request', { title: 'x', requester: other.id })),
    createdBy: maker.id,
  };
  const change = { ...transition, notBy: { createdBy: 'made it', requester: 'asked for it' } };
  expect(separationFault(change, maker, record)?.message).toContain('because you made it');
  expect(separationFault(change, other, record)?.message).toContain('because you asked for it');
  expect(separationFault(change, desk.person('Third'), record)).toBeUndefined();
  expect(separationFault(transition, maker, record)).toBeUndefined();
});
