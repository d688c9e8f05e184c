import type { Lifecycle } from '#shared/definition/lifecycle.ts';

export interface StateNode {
  readonly state: string;
  /** Left edge and width in px. */
  readonly x: number;
  readonly width: number;
}

export interface StateEdge {
  readonly from: string;
  readonly to: string;
  /** How many places further along the line it leads; below 0 where it leads back. */
  readonly span: number;
}

export interface LifecycleLayout {
  readonly nodes: readonly StateNode[];
  readonly edges: readonly StateEdge[];
  readonly width: number;
  /** The longest way forward that skips a state, and the longest way back, in places; 0 where there is none. */
  readonly above: number;
  readonly below: number;
}

const margin = 8;
const gap = 26;
const letter = 6.8;
const roomForGlyph = 38;
const widest = 150;

/** The states on one line in the order of the declaration, and each change of state once. */
export function layoutLifecycle(lifecycle: Lifecycle): LifecycleLayout {
  const places = new Map(Object.keys(lifecycle.states).map((state, index) => [state, index]));
  let x = margin;
  const nodes = Object.entries(lifecycle.states).map(([state, { label }]): StateNode => {
    const width = Math.min(widest, Math.round(roomForGlyph + label.length * letter));
    const node = { state, x, width };
    x += width + gap;
    return node;
  });
  const edges = new Map<string, StateEdge>();
  for (const { from, to } of lifecycle.transitions) {
    if (to === 'same') continue;
    for (const state of from) {
      const span = (places.get(to) ?? 0) - (places.get(state) ?? 0);
      if (span !== 0) edges.set(`${state}>${to}`, { from: state, to, span });
    }
  }
  const spans = [...edges.values()].map(({ span }) => span);
  return {
    nodes,
    edges: [...edges.values()],
    width: x - gap + margin,
    above: Math.max(0, ...spans.filter((span) => span > 1)),
    below: Math.max(0, ...spans.filter((span) => span < 0).map((span) => -span)),
  };
}
