import MoveIcon from '@mui/icons-material/DriveFileMoveOutlined';
import { memo, useState, type KeyboardEvent } from 'react';
import type { Row } from '#renderer/data/data.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { PopMenu } from '#renderer/ui/PopMenu.tsx';
import { Cell } from '../columns/Cell.tsx';
import { columnsOf } from '../columns/columns.ts';
import { useKnownActor } from '../known-actor.ts';
import { RowMarking } from '../RowMarking.tsx';
import { useRowTitles } from '../use-titles.ts';
import { paths, useNavigation } from '../navigation.ts';
import { nextClock, readClocks } from '../page/next-clock.ts';
import type { Moves } from './lanes.ts';
import type { Board } from './use-board.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './board.module.css';

interface BoardCardProps {
  readonly type: RecordType;
  readonly row: Row;
  readonly lane: string;
  readonly board: Board;
  readonly now: number;
  readonly zone: string;
}

const none: readonly string[] = [];
const owners = ['assignee', 'owner', 'team'];

/** A record on the board. Dragged with the mouse; with the keyboard, its menu (m) moves it. */
export const BoardCard = memo(function BoardCard({ type, row, lane, board, now, zone }: BoardCardProps) {
  const actor = useKnownActor();
  const { go } = useNavigation();
  const titleOf = useRowTitles(row);
  const [menu, setMenu] = useState<{ readonly anchor: HTMLElement; readonly moves: Moves }>();
  const columns = columnsOf(type, actor);
  const title = row.cells[type.views.title];
  const number = String(row.cells['number']);
  const owner = owners.map((name) => row.cells[name]).find((value) => typeof value === 'string');
  const clock = urgentClock(type, row);
  const facts = columns.filter((column) => column.name === 'priority' || (clock && column.clock === clock));

  const openMenu = (anchor: HTMLElement) => {
    void board.movesFor(row.id).then((moves) => {
      if (moves) setMenu({ anchor, moves });
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.target instanceof Element && event.target.closest('button')) return;
    if (event.key === 'm') openMenu(event.currentTarget);
    else if (event.key === 'Enter') go(paths.record(row.id));
    else if (event.key.startsWith('Arrow')) focusNeighbour(event.currentTarget, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li
      className={styles.card}
      tabIndex={0}
      data-card
      draggable
      onKeyDown={onKeyDown}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', number);
        board.drag(row.id);
      }}
      onDragEnd={board.drop}
    >
      <div className={styles.cardTop}>
        <AppLink href={paths.record(row.id)} className={styles.number} draggable={false} tabIndex={-1}>
          {number}
        </AppLink>
        <button
          type="button"
          className={styles.move}
          aria-label={`Move ${number} to…`}
          aria-haspopup="menu"
          title="Move to… (m)"
          onClick={(event) => openMenu(event.currentTarget)}
        >
          <MoveIcon />
        </button>
      </div>
      <div className={styles.title}>
        <RowMarking row={row} />
        {typeof title === 'string' ? title : number}
      </div>
      <div className={styles.facts}>
        {facts.map((column) => (
          <Cell key={column.name} {...{ type, column, row, now, zone }} words={none} />
        ))}
        {typeof owner === 'string' && <span className={styles.owner}>{titleOf(owner)}</span>}
      </div>
      <PopMenu
        label={`Move ${number}`}
        anchor={menu?.anchor ?? null}
        onClose={() => setMenu(undefined)}
        items={menuItems(board, menu?.moves, lane)}
      />
    </li>
  );
});

/** The one clock to look at: the running one that is due first, else one that was missed. */
function urgentClock(type: RecordType, row: Row): string | undefined {
  const clocks = readClocks(type, row.cells);
  return (nextClock(clocks) ?? clocks.find(({ state }) => state === 'missed'))?.name;
}

function menuItems(board: Board, moves: Moves | undefined, lane: string) {
  if (!moves) return [];
  const items = board.lanes
    .filter(({ value }) => value !== lane && moves.ways.has(value))
    .map(({ value, label }) => ({ label, onSelect: () => board.move(moves, value) }));
  return items.length > 0
    ? items
    : [{ label: 'No other lane is allowed', disabled: true, onSelect: () => undefined }];
}

/** Moves the focus to the card above or below, or to the lane beside. */
function focusNeighbour(card: HTMLElement, key: string): void {
  const sibling =
    key === 'ArrowDown' ? card.nextElementSibling : key === 'ArrowUp' ? card.previousElementSibling : null;
  if (sibling instanceof HTMLElement) {
    (sibling.matches('[data-card]') ? sibling : sibling.querySelector<HTMLElement>('button'))?.focus();
    return;
  }
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
  const place = [...(card.parentElement?.children ?? [])].indexOf(card);
  const lanes = [...document.querySelectorAll('section')].filter((lane) => lane.querySelector('[data-card]'));
  const at = lanes.findIndex((lane) => lane.contains(card));
  const cards = lanes[at + (key === 'ArrowRight' ? 1 : -1)]?.querySelectorAll<HTMLElement>('[data-card]');
  cards?.[Math.min(place, cards.length - 1)]?.focus();
}
