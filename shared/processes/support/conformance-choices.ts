import { kindHelp, kindLabels } from '../../conformance/cells.ts';
import type { Choice } from '../../definition/field.ts';

/** Service types of DoDI 8440.01, table 1. */
export const conformanceKinds: readonly Choice[] = [
  { value: 'enterprise', label: kindLabels.enterprise, help: kindHelp.enterprise },
  { value: 'component', label: kindLabels.component, help: kindHelp.component },
];

export const conformancePhases: readonly Choice[] = [
  { value: '1', label: 'Phase 1' },
  { value: '2', label: 'Phase 2' },
  { value: '3', label: 'Phase 3' },
];
