import type { SlotFill } from '#renderer/record/slots.ts';
import { CompareLink } from './compare/CompareLink.tsx';
import { WorkbookPanel } from './WorkbookPanel.tsx';

/** The special views of an assessment. */
export const assessmentSlots: readonly SlotFill[] = [
  { type: 'assessment', slot: 'aboveFields', View: WorkbookPanel },
  { type: 'assessment', slot: 'list', View: CompareLink },
];
