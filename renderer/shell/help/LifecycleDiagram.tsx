import { useId, useMemo } from 'react';
import { stateGlyphs } from '#renderer/ui/glyphs.tsx';
import type { Lifecycle } from '#shared/definition/lifecycle.ts';
import { layoutLifecycle, type StateEdge, type StateNode } from './lifecycle-layout.ts';

const boxHeight = 26;
const arcStep = 9;
const arcLeast = 12;
const edgeRoom = 10;

function arcHeight(span: number): number {
  return arcLeast + arcStep * Math.abs(span);
}

/** Straight to the next state; over the line further on; under it back. */
function edgePath({ span }: StateEdge, from: StateNode, to: StateNode, top: number): string {
  if (span === 1) {
    const y = top + boxHeight / 2;
    return `M${from.x + from.width} ${y}L${to.x - 4} ${y}`;
  }
  const isBack = span < 0;
  const y = isBack ? top + boxHeight : top;
  const reach = arcHeight(span) * (isBack ? 1 : -1);
  const side = isBack ? -8 : 8;
  const [x1, x2] = [from.x + from.width / 2 + side, to.x + to.width / 2 - side];
  return `M${x1} ${y}C${x1} ${y + reach} ${x2} ${y + reach} ${x2} ${y + (isBack ? 4 : -4)}`;
}

/** The states and the ways between them; the table beside it says the same in words. */
export function LifecycleDiagram({
  lifecycle,
  label,
}: {
  readonly lifecycle: Lifecycle;
  readonly label: string;
}) {
  const id = useId();
  const { nodes, edges, width, above, below } = useMemo(() => layoutLifecycle(lifecycle), [lifecycle]);
  const byState = new Map(nodes.map((node) => [node.state, node]));
  const top = edgeRoom + (above > 0 ? arcHeight(above) * 0.75 : 0);
  const height = top + boxHeight + edgeRoom + (below > 0 ? arcHeight(below) * 0.75 : 0);
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        role="img"
        aria-label={`${label}. The table says the same in words.`}
      >
        <defs>
          <marker id={id} viewBox="0 0 6 6" refX="4" refY="3" markerWidth="6" markerHeight="6" orient="auto">
            <path d="M0 0 6 3 0 6Z" fill="var(--op-border-strong)" />
          </marker>
        </defs>
        {edges.map((edge) => {
          const [from, to] = [byState.get(edge.from), byState.get(edge.to)];
          if (!from || !to) return null;
          return (
            <path
              key={`${edge.from}>${edge.to}`}
              d={edgePath(edge, from, to, top)}
              fill="none"
              stroke="var(--op-border-strong)"
              strokeWidth={1.2}
              strokeDasharray={edge.span < 0 ? '3 3' : ''}
              markerEnd={`url(#${id})`}
            />
          );
        })}
        {nodes.map((node) => {
          const state = lifecycle.states[node.state];
          if (!state) return null;
          return (
            <g
              key={node.state}
              transform={`translate(${String(node.x)} ${String(top)})`}
              color={`var(--op-state-${state.class}-fg)`}
            >
              <rect
                width={node.width}
                height={boxHeight}
                rx={state.final ? boxHeight / 2 : 4}
                fill={`var(--op-state-${state.class}-bg)`}
                stroke="currentColor"
                strokeWidth={node.state === lifecycle.initial ? 2 : 1}
              />
              <g transform="translate(9 7)">{stateGlyphs[state.class]}</g>
              <text x={26} y={17} fontSize={12} fill="currentColor">
                {state.label}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
