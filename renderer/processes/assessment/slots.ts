import type { SlotFill } from '#renderer/record/slots.ts';
import { PlanPanel } from './PlanPanel.tsx';
import { SessionPanel } from './SessionPanel.tsx';
import { WorkbookPanel } from './WorkbookPanel.tsx';

/** The special views of an assessment. */
export const assessmentSlots: readonly SlotFill[] = [
  { type: 'assessment', slot: 'aboveFields', View: PlanPanel },
  { type: 'assessment', slot: 'aboveFields', View: WorkbookPanel },
  { type: 'assessment-session', slot: 'aboveFields', View: SessionPanel },
];
