import type { SlotFill } from '#renderer/record/slots.ts';
import { WorkbookPanel } from './WorkbookPanel.tsx';

/** The special views of an assessment. */
export const assessmentSlots: readonly SlotFill[] = [
  { type: 'assessment', slot: 'aboveFields', View: WorkbookPanel },
];
