import { expect, test } from 'vitest';
import type { LifeStep } from '../definition/record.ts';
import { Desk } from '#test/support/desk.ts';
import { separationFault } from './separation.ts';

const desk = Desk.seeded();
const maker = desk.person('Maker', 'analyst');
const other = desk.person('Other', 'analyst');
const [transition] = desk.type('request').lifecycle.transitions;

test('PER-216 a transition names who may not do it, by field, as who made the record or as who did an action last', () => {
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
  const step: LifeStep = {
    ref: 'a:1',
    from: 'new',
    to: 'new',
    at: 0,
    inputs: {},
    action: 'submit',
    actor: maker.id,
  };
  const later = { ...record, life: [step, { ...step, actor: other.id }] };
  const after = { ...transition, notBy: { 'action:submit': 'submitted it' } };
  expect(separationFault(after, other, later)?.message).toContain('because you submitted it');
  expect(separationFault(after, maker, later)).toBeUndefined();
});
