import type { SlotFill } from '#renderer/record/slots.ts';
import { CyclePanel } from './CyclePanel.tsx';
import { ExceptionPanel } from './ExceptionPanel.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { ServicePanel } from './ServicePanel.tsx';
import { StatementPanel } from './StatementPanel.tsx';

/** The special views of conformance, among the fields of the records that it is about. */
export const conformanceSlots: readonly SlotFill[] = [
  { type: 'conformance-statement', slot: 'aboveFields', View: StatementPanel },
  { type: 'conformance-exception', slot: 'aboveFields', View: ExceptionPanel },
  { type: 'conformance-cycle', slot: 'aboveFields', View: CyclePanel },
  { type: 'conformance-plan', slot: 'aboveFields', View: PlanPanel },
  { type: 'service', slot: 'aboveFields', View: ServicePanel },
];
