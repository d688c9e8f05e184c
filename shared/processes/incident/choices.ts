import type { Choice } from '../../definition/field.ts';

/**
 * Why an incident waits. The clock stops only where the customer's own side is awaited: targets are set from the customer's
 * view (ISO/IEC 20000-2, 6.1.2), so our suppliers, spares and problem analysis do not stop it.
 */
export const pendingReasons: readonly Choice[] = [
  {
    value: 'user',
    label: 'User',
    help: 'An answer or access from the user is awaited. The resolution clock pauses.',
  },
  { value: 'vendor', label: 'Vendor', help: 'A supplier works on it. The resolution clock keeps running.' },
  {
    value: 'problem',
    label: 'Problem',
    help: 'The cause is being analysed. The resolution clock keeps running.',
  },
  {
    value: 'change',
    label: 'Change',
    help: 'A change window agreed with the customer is awaited. The resolution clock pauses.',
  },
  { value: 'parts', label: 'Parts', help: 'Spares are on their way. The resolution clock keeps running.' },
];

/** Reasons that pause the resolution clock (INC-21). */
export const pausingReasons: readonly string[] = ['user', 'change'];

export const pathChoices: readonly Choice[] = [
  { value: 'normal', label: 'Normal' },
  {
    value: 'major',
    label: 'Major',
    help: 'Highest impact: a manager, stakeholder updates and a review belong to it.',
  },
  {
    value: 'security',
    label: 'Security',
    help: 'Somebody means harm, or information is at risk. Seen by few.',
  },
];

/** Plain-language kinds of security incident; the reporting categories of an authority go into “Reported to”. */
export const securityCategories: readonly Choice[] = [
  { value: 'intrusion', label: 'Unauthorised access' },
  { value: 'malware', label: 'Malicious software' },
  { value: 'denial', label: 'Denial of service' },
  { value: 'probe', label: 'Scan or probe' },
  { value: 'spill', label: 'Information spillage' },
  { value: 'loss', label: 'Lost or stolen equipment or media' },
  { value: 'misuse', label: 'Misuse or policy violation' },
  { value: 'phishing', label: 'Phishing or deception' },
  { value: 'investigating', label: 'Still being examined' },
];

export const disclosureChoices: readonly Choice[] = [
  { value: 'team', label: 'Security team only' },
  { value: 'needToKnow', label: 'Named people only' },
  { value: 'unit', label: 'Within the unit' },
  { value: 'partners', label: 'Unit and mission partners' },
];
