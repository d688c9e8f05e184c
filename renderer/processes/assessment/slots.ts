import type { SlotFill } from '#renderer/record/slots.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { KeptFigurePanel } from './figures/KeptFigurePanel.tsx';
import { KeptRecords } from './figures/KeptRecords.tsx';
import { CompareLink } from './compare/CompareLink.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { SessionPanel } from './SessionPanel.tsx';
import { KeptResultPanel, ReportPanel, SignaturePanel } from './report/ReportPanels.tsx';
import { WorkbookPanel } from './WorkbookPanel.tsx';

const isKeptFigure = (record: RecordView) => textOf(record, 'metric') !== '';

/** There is something to report once ratings are agreed on. */
const isReportable = ({ state }: RecordView) => ['consensus', 'recommending', 'reported'].includes(state);

/** The special views of an assessment, and of figures kept as evidence. */
export const assessmentSlots: readonly SlotFill[] = [
  { type: 'assessment', slot: 'aboveFields', View: PlanPanel },
  { type: 'assessment', slot: 'aboveFields', View: WorkbookPanel },
  { type: 'assessment', slot: 'aboveFields', when: isReportable, View: ReportPanel },
  { type: 'assessment-result', slot: 'aboveFields', View: KeptResultPanel },
  { type: 'report-signature', slot: 'aboveFields', View: SignaturePanel },
  { type: 'evidence', slot: 'aboveFields', when: isKeptFigure, View: KeptFigurePanel },
  {
    type: 'evidence',
    slot: 'tab',
    name: 'asItStood',
    label: 'As it stood',
    when: isKeptFigure,
    View: KeptRecords,
  },
  { type: 'assessment', slot: 'list', View: CompareLink },
  { type: 'assessment-session', slot: 'aboveFields', View: SessionPanel },
];
