import type { SlotFill } from '#renderer/record/slots.ts';
import { ConversionBanner, isConverted } from '../support/ConversionBanner.tsx';
import { SlaPanel } from '../support/SlaPanel.tsx';
import { AnswersField } from './AnswersField.tsx';
import { ApprovalPanel } from './ApprovalPanel.tsx';
import { ItemsPanel } from './ItemsPanel.tsx';
import { RequestConfirmation } from './RequestConfirmation.tsx';

const type = 'request';

/** States before the items of the order are made. */
const beforeItems: readonly string[] = ['new', 'awaitingApproval', 'approved', 'rejected'];

/** The special views of a request and its tasks, in the order in which they stand. */
export const requestSlots: readonly SlotFill[] = [
  { type, slot: 'aboveFields', when: isConverted, View: ConversionBanner },
  { type, slot: 'aboveFields', when: ({ state }) => state === 'fulfilled', View: RequestConfirmation },
  { type, slot: 'aboveFields', View: ApprovalPanel },
  { type, slot: 'aboveFields', when: ({ state }) => !beforeItems.includes(state), View: ItemsPanel },
  { type, slot: 'field', field: 'answers', View: AnswersField },
  { type, slot: 'tab', name: 'clocks', label: 'Service levels', View: SlaPanel },
  { type: 'request-task', slot: 'tab', name: 'clocks', label: 'Service levels', View: SlaPanel },
];
