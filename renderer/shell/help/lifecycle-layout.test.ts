import { describe, expect, test } from 'vitest';
import type { Lifecycle } from '#shared/definition/lifecycle.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { layoutLifecycle } from './lifecycle-layout.ts';

const permit = { name: 'all', label: 'all', givenBy: 'nobody', allows: () => true };
const step = (action: string, from: string[], to: string) => ({ action, label: action, from, to, permit });
const lifecycle: Lifecycle = {
  initial: 'new',
  states: {
    new: { label: 'New', class: 'open' },
    work: { label: 'Work', class: 'open' },
    wait: { label: 'Wait', class: 'waiting' },
    done: { label: 'Done', class: 'done', final: true },
    stray: { label: 'Stray', class: 'refused', final: true },
  },
  transitions: [
    step('take', ['new'], 'work'),
    step('hold', ['work'], 'wait'),
    step('resume', ['wait'], 'work'),
    step('finish', ['work', 'wait'], 'done'),
    step('note', ['work'], 'same'),
  ],
};

describe('the drawing of a lifecycle', () => {
  const { nodes, edges, columns, rows } = layoutLifecycle(lifecycle);

  test('states stand in columns by their distance from the first', () => {
    expect(Object.fromEntries(nodes.map(({ state, column }) => [state, column]))).toEqual({ new: 0, work: 1, wait: 2, done: 2, stray: 3 });
    expect([columns, rows]).toEqual([4, 2]);
  });

  test('each change of state is one line; keeping the state is none', () => {
    expect(edges.map(({ from, to }) => `${from}>${to}`)).toEqual(['new>work', 'work>wait', 'wait>work', 'work>done', 'wait>done']);
    expect(edges.filter(({ isBack }) => isBack).map(({ from, to }) => `${from}>${to}`)).toEqual(['wait>work', 'wait>done']);
  });
});

test.each(catalogue.types.map((type) => [type.name, type] as const))('%s: no two states share a place', (_, type) => {
  const { nodes } = layoutLifecycle(type.lifecycle);
  expect(nodes).toHaveLength(Object.keys(type.lifecycle.states).length);
  expect(new Set(nodes.map(({ column, row }) => `${String(column)}/${String(row)}`)).size).toBe(nodes.length);
});
