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
  },
  transitions: [
    step('take', ['new'], 'work'),
    step('takeAgain', ['new'], 'work'),
    step('hold', ['work'], 'wait'),
    step('resume', ['wait'], 'work'),
    step('finish', ['work', 'wait'], 'done'),
    step('note', ['work'], 'same'),
  ],
};

describe('the drawing of a lifecycle', () => {
  const { nodes, edges, above, below } = layoutLifecycle(lifecycle);

  test('states stand in the order of the declaration', () => {
    expect(nodes.map(({ state }) => state)).toEqual(['new', 'work', 'wait', 'done']);
  });

  test('each change of state is one line; keeping the state is none', () => {
    expect(edges.map(({ from, to, span }) => [from, to, span])).toEqual([
      ['new', 'work', 1],
      ['work', 'wait', 1],
      ['wait', 'work', -1],
      ['work', 'done', 2],
      ['wait', 'done', 1],
    ]);
  });

  test('room is left for the longest way over and under the line', () => {
    expect([above, below]).toEqual([2, 1]);
  });
});

test.each(catalogue.types.map((type) => [type.name, type] as const))(
  '%s: states do not overlap and lie inside',
  (_, type) => {
    const { nodes, width } = layoutLifecycle(type.lifecycle);
    expect(nodes).toHaveLength(Object.keys(type.lifecycle.states).length);
    nodes
      .slice(1)
      .forEach((node, index) => expect(node.x).toBeGreaterThan(nodes[index]!.x + nodes[index]!.width));
    expect(nodes.at(-1)!.x + nodes.at(-1)!.width).toBeLessThan(width);
  },
);
