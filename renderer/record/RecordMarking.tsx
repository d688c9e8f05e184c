import { useConfig } from '#renderer/data/data.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { markingOf } from '#shared/engine/marking.ts';
import { MarkingMark } from './MarkingMark.tsx';

interface RecordMarkingProps {
  readonly record: RecordView;
  /** Shown even where it is what records here carry anyway. */
  readonly always?: boolean;
}

/** The marking that a record carries, its own or the usual one. */
export function RecordMarking({ record, always = false }: RecordMarkingProps) {
  return <MarkingMark marking={markingOf(record, useConfig())} always={always} />;
}
