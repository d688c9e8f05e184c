import type { SlotFill } from '#renderer/record/slots.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { KeptResultPanel, ReportPanel, SignaturePanel } from './report/ReportPanels.tsx';
import { WorkbookPanel } from './WorkbookPanel.tsx';

/** There is something to report once ratings are agreed on. */
const isReportable = ({ state }: RecordView) => ['consensus', 'recommending', 'reported'].includes(state);

/** The special views of an assessment. */
export const assessmentSlots: readonly SlotFill[] = [
  { type: 'assessment', slot: 'aboveFields', View: WorkbookPanel },
  { type: 'assessment', slot: 'aboveFields', when: isReportable, View: ReportPanel },
  { type: 'assessment-result', slot: 'aboveFields', View: KeptResultPanel },
  { type: 'report-signature', slot: 'aboveFields', View: SignaturePanel },
];
