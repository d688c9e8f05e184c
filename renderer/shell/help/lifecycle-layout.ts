import type { Lifecycle } from '#shared/definition/lifecycle.ts';

export interface StateNode {
  readonly state: string;
  /** Steps from the first state, which is column 0. */
  readonly column: number;
  /** Place in its column, from the top. */
  readonly row: number;
}

export interface StateEdge {
  readonly from: string;
  readonly to: string;
  /** Leads to an earlier or the same column. */
  readonly isBack: boolean;
}

export interface LifecycleLayout {
  readonly nodes: readonly StateNode[];
  readonly edges: readonly StateEdge[];
  readonly columns: number;
  readonly rows: number;
}

function stepsFrom(lifecycle: Lifecycle): ReadonlyMap<string, number> {
  const steps = new Map([[lifecycle.initial, 0]]);
  const queue = [lifecycle.initial];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const { from, to } of lifecycle.transitions) {
      if (to === 'same' || !from.includes(state) || steps.has(to)) continue;
      steps.set(to, (steps.get(state) ?? 0) + 1);
      queue.push(to);
    }
  }
  return steps;
}

/** States in columns by their distance from the first, and each change of state once. */
export function layoutLifecycle(lifecycle: Lifecycle): LifecycleLayout {
  const steps = stepsFrom(lifecycle);
  const last = Math.max(...steps.values());
  const filled = new Map<number, number>();
  const nodes = Object.keys(lifecycle.states).map((state): StateNode => {
    // What cannot be reached from the first state is still shown, after the rest.
    const column = steps.get(state) ?? last + 1;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    return { state, column, row };
  });
  const columnOf = new Map(nodes.map(({ state, column }) => [state, column]));
  const edges = new Map<string, StateEdge>();
  for (const { from, to } of lifecycle.transitions) {
    if (to === 'same') continue;
    for (const state of from) {
      if (state === to) continue;
      edges.set(`${state}>${to}`, { from: state, to, isBack: (columnOf.get(to) ?? 0) <= (columnOf.get(state) ?? 0) });
    }
  }
  return {
    nodes,
    edges: [...edges.values()],
    columns: Math.max(...nodes.map(({ column }) => column)) + 1,
    rows: Math.max(...filled.values()),
  };
}
