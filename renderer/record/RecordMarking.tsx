import { useConfig } from '#renderer/data/data.ts';
import { useShowMarkings } from '#renderer/session/shown-markings.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { markingOf } from '#shared/engine/marking.ts';
import { MarkingMark } from './MarkingMark.tsx';

/** The marking that a record carries, its own or the usual one; the banner knows of it as long as it is shown. */
export function RecordMarking({ record }: { readonly record: RecordView }) {
  const marking = markingOf(record, useConfig());
  useShowMarkings([marking]);
  return <MarkingMark marking={marking} always />;
}
