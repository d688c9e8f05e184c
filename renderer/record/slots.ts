import { createContext, use, useMemo, type ComponentType } from 'react';
import type { DerivedValues } from '#shared/engine/derive.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';

export interface SlotProps {
  readonly type: RecordType;
  /** Without the fields that the actor may not see. */
  readonly record: RecordView;
  readonly derived: DerivedValues;
}

export interface FieldSlotProps extends SlotProps {
  readonly field: string;
}

interface SlotBase {
  /** Name of the record type that the view is for. */
  readonly type: string;
  /** Whether there is anything to show on this record; always if absent. */
  readonly when?: (record: RecordView) => boolean;
}

/** A special view and the place on the record page that it fills. */
export type SlotFill =
  | (SlotBase & { readonly slot: 'aboveFields'; readonly View: ComponentType<SlotProps> })
  | (SlotBase & { readonly slot: 'belowTimeline'; readonly View: ComponentType<SlotProps> })
  | (SlotBase & {
      readonly slot: 'field';
      readonly field: string;
      readonly View: ComponentType<FieldSlotProps>;
    })
  | (SlotBase & {
      readonly slot: 'tab';
      readonly name: string;
      readonly label: string;
      readonly View: ComponentType<SlotProps>;
    })
  | { readonly type: string; readonly when?: never; readonly slot: 'list'; readonly View: ComponentType };

export type SlotName = SlotFill['slot'];

/** Filled by the application from renderer/processes, which this folder never imports. */
export const SlotsContext = createContext<readonly SlotFill[]>([]);

/** The special views of a record, by place, in the order they were registered. */
export function useSlots(record: RecordView): {
  readonly at: <S extends SlotName>(slot: S) => readonly Extract<SlotFill, { readonly slot: S }>[];
} {
  const fills = use(SlotsContext);
  return useMemo(() => {
    const fitting = fills.filter((fill) => fill.type === record.type && (fill.when?.(record) ?? true));
    return {
      at: <S extends SlotName>(slot: S) =>
        fitting.filter((fill): fill is Extract<SlotFill, { readonly slot: S }> => fill.slot === slot),
    };
  }, [fills, record]);
}

/** The special views that stand at the head of the list of a type. */
export function useListSlots(type: string): readonly Extract<SlotFill, { readonly slot: 'list' }>[] {
  const fills = use(SlotsContext);
  return useMemo(
    () => fills.flatMap((fill) => (fill.slot === 'list' && fill.type === type ? [fill] : [])),
    [fills, type],
  );
}
