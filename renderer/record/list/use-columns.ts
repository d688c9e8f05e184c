import { useCallback, useMemo } from 'react';
import { usePreference } from '#renderer/data/data.ts';
import { columnsOf, type Column } from '../columns/columns.ts';
import { useKnownActor } from '../known-actor.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

interface ColumnChoice {
  readonly names: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

export interface ListColumns {
  /** Every column that the actor may see. */
  readonly all: readonly Column[];
  /** Those shown, in order, with the widths the person gave. */
  readonly shown: readonly Column[];
  readonly setShown: (names: readonly string[]) => void;
  readonly setWidth: (name: string, width: number) => void;
  /** Back to the declared columns; undefined while they are shown. */
  readonly reset: (() => void) | undefined;
}

const narrowest = 56;

/** The columns of a type's list as this person chose them, kept on this device. */
export function useColumns(type: RecordType): ListColumns {
  const actor = useKnownActor();
  const standard = useMemo<ColumnChoice>(() => ({ names: type.views.list, widths: {} }), [type]);
  const [choice, setChoice] = usePreference<ColumnChoice>(`columns:${type.name}`, standard);
  const all = useMemo(() => columnsOf(type, actor), [type, actor]);
  const shown = useMemo(
    () =>
      choice.names.flatMap((name) => {
        const column = all.find((other) => other.name === name);
        return column ? [{ ...column, width: choice.widths[name] ?? column.width }] : [];
      }),
    [all, choice],
  );
  const setShown = useCallback(
    (names: readonly string[]) => setChoice({ ...choice, names }),
    [choice, setChoice],
  );
  const setWidth = useCallback(
    (name: string, width: number) =>
      setChoice({ ...choice, widths: { ...choice.widths, [name]: Math.max(narrowest, Math.round(width)) } }),
    [choice, setChoice],
  );
  const isStandard = choice === standard || JSON.stringify(choice) === JSON.stringify(standard);
  const reset = useCallback(() => setChoice(standard), [setChoice, standard]);
  return { all, shown, setShown, setWidth, reset: isStandard ? undefined : reset };
}
