import type { SlotFill } from '#renderer/record/slots.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { KeptFigurePanel } from './figures/KeptFigurePanel.tsx';
import { KeptRecords } from './figures/KeptRecords.tsx';
import { CompareLink } from './compare/CompareLink.tsx';
import { PlanPanel } from './PlanPanel.tsx';
import { SessionPanel } from './SessionPanel.tsx';
import { WorkbookPanel } from './WorkbookPanel.tsx';

const isKeptFigure = (record: RecordView) => textOf(record, 'metric') !== '';

/** The special views of an assessment, and of figures kept as evidence. */
export const assessmentSlots: readonly SlotFill[] = [
  { type: 'assessment', slot: 'aboveFields', View: PlanPanel },
  { type: 'assessment', slot: 'aboveFields', View: WorkbookPanel },
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
