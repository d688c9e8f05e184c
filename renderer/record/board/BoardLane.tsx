import { useState, type DragEvent } from 'react';
import { useNow, useQuery } from '#renderer/data/data.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { stateGlyphs } from '#renderer/ui/glyphs.tsx';
import { BoardCard } from './BoardCard.tsx';
import type { Lane } from './lanes.ts';
import type { Board } from './use-board.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './board.module.css';

const step = 30;

interface BoardLaneProps {
  readonly type: RecordType;
  readonly lane: Lane;
  readonly board: Board;
}

/** One lane: its count, its first cards, and whether the dragged card may come here. */
export function BoardLane({ type, lane, board }: BoardLaneProps) {
  const { dragged, move, drop } = board;
  const now = useNow();
  const zone = useZone();
  const [most, setMost] = useState(step);
  const [isOpen, setOpen] = useState(!lane.isFinal);
  const [isOver, setOver] = useState(false);
  const { result } = useQuery(lane.query, { offset: 0, limit: isOpen ? most : 0 });
  const total = result?.total;
  const isAllowed = dragged?.ways.has(lane.value) ?? false;

  const over = (event: DragEvent) => {
    if (!isAllowed) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
    setOver(true);
  };
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (dragged) move(dragged, lane.value);
    drop();
  };
  return (
    <section
      aria-label={`${lane.label}, ${total === undefined ? '' : String(total)}`}
      className={classes(styles.lane, !isOpen && styles.narrow, isOver && isAllowed && styles.over)}
      data-allowed={dragged ? isAllowed : undefined}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <button
        type="button"
        className={styles.laneHead}
        aria-expanded={isOpen}
        onClick={() => setOpen((is) => !is)}
      >
        {lane.stateClass && <span className={styles.glyph}>{stateGlyphs[lane.stateClass]}</span>}
        <span className={styles.laneLabel}>{lane.label}</span>
        <span className={styles.count}>{total?.toLocaleString('en-GB') ?? ''}</span>
      </button>
      {dragged && !isAllowed && dragged.record.state !== lane.value && (
        <p className={styles.refused}>Not from there</p>
      )}
      {isOpen && (
        <ul className={styles.cards}>
          {result?.rows.map((row) => (
            <BoardCard key={row.id} {...{ type, row, board, now, zone }} lane={lane.value} />
          ))}
          {total === 0 && <li className={styles.none}>Empty</li>}
          {total !== undefined && total > (result?.rows.length ?? 0) && (
            <li>
              <button type="button" className={styles.more} onClick={() => setMost((count) => count + step)}>
                {(total - (result?.rows.length ?? 0)).toLocaleString('en-GB')} more
              </button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
