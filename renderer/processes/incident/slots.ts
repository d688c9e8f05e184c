import type { SlotFill } from '#renderer/record/slots.ts';
import { isMajor, isSecurity } from '#shared/processes/incident/rules.ts';
import { ConversionBanner, isConverted } from '../support/ConversionBanner.tsx';
import { SlaPanel } from '../support/SlaPanel.tsx';
import { FamilyNotice } from './FamilyNotice.tsx';
import { FamilyPanel } from './FamilyPanel.tsx';
import { IncidentConfirmation } from './IncidentConfirmation.tsx';
import { MajorPanel } from './MajorPanel.tsx';
import { SecurityPanel } from './SecurityPanel.tsx';

const type = 'incident';

/** The special views of an incident, in the order in which they stand. */
export const incidentSlots: readonly SlotFill[] = [
  { type, slot: 'aboveFields', when: isConverted, View: ConversionBanner },
  { type, slot: 'aboveFields', when: ({ state }) => state === 'resolved', View: IncidentConfirmation },
  { type, slot: 'aboveFields', when: isSecurity, View: SecurityPanel },
  { type, slot: 'aboveFields', when: isMajor, View: MajorPanel },
  { type, slot: 'aboveFields', View: FamilyNotice },
  { type, slot: 'tab', name: 'family', label: 'Parent and children', View: FamilyPanel },
  { type, slot: 'tab', name: 'clocks', label: 'Service levels', View: SlaPanel },
];
