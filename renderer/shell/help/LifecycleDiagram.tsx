import { useId, useMemo } from 'react';
import { stateGlyphs } from '#renderer/ui/glyphs.tsx';
import type { Lifecycle } from '#shared/definition/lifecycle.ts';
import { layoutLifecycle, type StateEdge, type StateNode } from './lifecycle-layout.ts';

const box = { width: 118, height: 26, gapX: 44, gapY: 22 } as const;
const margin = 14;

function place({ column, row }: StateNode): { x: number; y: number } {
  return { x: margin + column * (box.width + box.gapX), y: margin + row * (box.height + box.gapY) };
}

/** From the right side of a state to the left of the next; back and within a column, from below to below. */
function edgePath({ isBack }: StateEdge, from: StateNode, to: StateNode): string {
  const a = place(from);
  const b = place(to);
  if (!isBack) {
    const [x1, y1, x2, y2] = [a.x + box.width, a.y + box.height / 2, b.x, b.y + box.height / 2];
    const bend = Math.max(18, (x2 - x1) / 2);
    return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2 - 3} ${y2}`;
  }
  if (from.column === to.column) {
    const [x1, y1, x2, y2] = [a.x + 34, from.row < to.row ? a.y + box.height : a.y, b.x + 34, from.row < to.row ? b.y - 3 : b.y + box.height + 3];
    return `M${x1} ${y1}L${x2} ${y2}`;
  }
  const [x1, y1, x2, y2] = [a.x + box.width / 2, a.y + box.height, b.x + box.width / 2 + 14, b.y + box.height + 3];
  const low = Math.max(y1, y2) + 18;
  return `M${x1} ${y1}C${x1} ${low} ${x2} ${low} ${x2} ${y2}`;
}

/** The states and the ways between them; the table beside it says the same in words. */
export function LifecycleDiagram({ lifecycle, label }: { readonly lifecycle: Lifecycle; readonly label: string }) {
  const id = useId();
  const { nodes, edges, columns, rows } = useMemo(() => layoutLifecycle(lifecycle), [lifecycle]);
  const byState = new Map(nodes.map((node) => [node.state, node]));
  const width = margin * 2 + columns * box.width + (columns - 1) * box.gapX;
  const height = margin * 2 + rows * box.height + (rows - 1) * box.gapY + 14;
  return (
    <div style={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <svg width={width} height={height} viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={`${label}. The table says the same in words.`}>
        <defs>
          <marker id={id} viewBox="0 0 6 6" refX="4" refY="3" markerWidth="6" markerHeight="6" orient="auto-start-reverse">
            <path d="M0 0 6 3 0 6Z" fill="var(--op-border-strong)" />
          </marker>
        </defs>
        {edges.map((edge) => {
          const [from, to] = [byState.get(edge.from), byState.get(edge.to)];
          if (!from || !to) return null;
          return (
            <path
              key={`${edge.from}>${edge.to}`}
              d={edgePath(edge, from, to)}
              fill="none"
              stroke="var(--op-border-strong)"
              strokeWidth={1.2}
              strokeDasharray={edge.isBack ? '3 3' : ''}
              markerEnd={`url(#${id})`}
            />
          );
        })}
        {nodes.map((node) => {
          const state = lifecycle.states[node.state];
          const { x, y } = place(node);
          if (!state) return null;
          return (
            <g key={node.state} transform={`translate(${String(x)} ${String(y)})`} color={`var(--op-state-${state.class}-fg)`}>
              <rect
                width={box.width}
                height={box.height}
                rx={state.final ? 13 : 4}
                fill={`var(--op-state-${state.class}-bg)`}
                stroke="currentColor"
                strokeWidth={node.state === lifecycle.initial ? 2 : 1}
              />
              <g transform="translate(8 7)">{stateGlyphs[state.class]}</g>
              <text x={26} y={17} fontSize={12} fill="currentColor">
                {state.label.length > 14 ? `${state.label.slice(0, 13)}…` : state.label}
                <title>{state.label}</title>
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
