import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { Answer, Scale } from './answer-keys.ts';
import { rememberedLine, rememberLine } from './place.ts';
import { useFocusSoon } from './use-focus-soon.ts';
import type { WorkbookMode } from './use-ratings.ts';
import { useWorkbookKeys } from './use-workbook-keys.ts';
import {
  isDifferent,
  isOpen,
  nextRow,
  passes,
  wouldLackReason,
  type WorkbookFilter,
  type WorkbookRow,
} from './workbook-rows.ts';

interface SheetParts {
  readonly assessment: string;
  readonly process: string;
  /** Undefined while they are read. */
  readonly rows: readonly WorkbookRow[] | undefined;
  readonly mode: WorkbookMode;
  readonly scale: Scale;
  readonly filter: WorkbookFilter;
  /** Code of the attribute that the address names. */
  readonly asked?: unknown;
  readonly onGive: (row: WorkbookRow, answer: Answer) => void;
  /** Goes so many processes on. */
  readonly onProcess: (by: number) => void;
}

interface Sheet {
  readonly list: RefObject<HTMLDivElement | null>;
  /** The lines that the filter lets pass, and the one where the cursor is. */
  readonly shown: readonly WorkbookRow[];
  readonly active: WorkbookRow | undefined;
  readonly onFocus: (key: string) => void;
}

/** Where the cursor is in the lines of a process, and what the keys do there. */
export function useSheet(parts: SheetParts): Sheet {
  const { assessment, process, rows = [], mode, scale, filter, asked, onGive, onProcess } = parts;
  const isRead = parts.rows !== undefined;
  const [current, setCurrent] = useState(() =>
    asked === undefined ? rememberedLine(assessment, process) : undefined,
  );
  const list = useRef<HTMLDivElement>(null);
  const focusSoon = useFocusSoon();
  const shown = rows.filter((row) => row.key === current || passes(row, filter));
  const active =
    shown.find(({ key }) => key === current) ??
    shown.find(({ cell }) => cell.attribute === asked) ??
    shown.find(isOpen) ??
    shown[0];

  const onFocus = useCallback(
    (key: string) => {
      setCurrent(key);
      rememberLine(assessment, process, key);
    },
    [assessment, process],
  );
  const focusLine = useCallback(
    (key: string) =>
      focusSoon(() => {
        const lines = list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [];
        return [...lines].find(({ dataset }) => dataset['row'] === key);
      }),
    [focusSoon],
  );
  const toLine = (key: string | undefined) => {
    if (key === undefined) return;
    setCurrent(key);
    focusLine(key);
  };
  const toField = (name: 'words' | 'evidence') => {
    if (!active) return;
    const field = name === 'evidence' ? name : mode === 'rate' ? 'comment' : 'reason';
    focusSoon(() => document.getElementById(`${field}-${active.key}`));
  };
  const move = (by: number) => toLine(shown[shown.findIndex((row) => row === active) + by]?.key);

  const first = isRead ? active?.key : undefined;
  const isLed = useRef(false);
  useEffect(() => {
    if (first === undefined || isLed.current) return;
    isLed.current = true;
    // Whoever comes to a process goes on where it was left; who is elsewhere on the page stays there.
    if (document.activeElement?.contains(list.current)) focusLine(first);
  }, [first, focusLine]);

  useWorkbookKeys({
    scale,
    isWritable: mode !== 'look',
    isInLines: () => list.current?.contains(document.activeElement) ?? false,
    give: (answer) => {
      if (!active) return;
      onGive(active, answer);
      if (mode === 'agree' && wouldLackReason(active, answer)) toField('words');
      else if (answer !== '') move(1);
    },
    toField,
    toLine: () => toLine(active?.key),
    move,
    toNext: (what) => {
      const next = nextRow(rows, active?.key, what === 'open' ? isOpen : isDifferent);
      if (next) toLine(next.key);
      else if (what === 'open') onProcess(1);
    },
    toProcess: onProcess,
    goOn: () => {
      toLine(active?.key);
      move(1);
    },
  });
  return { list, shown, active, onFocus };
}
