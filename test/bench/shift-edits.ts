import type { FieldValues } from '#shared/definition/values.ts';
import { seedId } from '#shared/engine/seed.ts';
import type { Incident } from './records.ts';
import { nameOf, reference } from './reference-data.ts';

type Change = (incident: Incident, whole: (below: number) => number) => FieldValues;

const categories = [
  'network-vpn',
  'computing-laptop',
  'software-office',
  'radio-vhf',
  'network-lan',
  'voice-telephone',
];

/** What people of a shift change of an incident and how often, of 20 edits. */
const changes: readonly (readonly [times: number, change: Change])[] = [
  [4, (_, whole) => ({ impact: String(1 + whole(3)) })],
  [4, (_, whole) => ({ urgency: String(1 + whole(3)) })],
  [2, (_, whole) => ({ service: reference('service', whole(20)).id })],
  [2, (_, whole) => ({ location: reference('location', whole(40)).id })],
  [
    2,
    (_, whole) => ({
      category: seedId('category', `category-${categories[whole(categories.length)] ?? ''}`),
    }),
  ],
  [1, (_, whole) => ({ requester: reference('person', whole(300)).id })],
  [1, (_, whole) => ({ contactType: ['phone', 'walkIn', 'email', 'portal', 'radio'][whole(5)] ?? 'phone' })],
  [1, (_, whole) => ({ symptom: ['No link', 'No voice', 'Slow', 'Outage', 'Intermittent'][whole(5)] ?? '' })],
  [1, ({ tags }) => ({ tags: [...tags, 'shift-b'] })],
  [1, (_, whole) => ({ externalReference: `SD-${String(400_000 + whole(100_000))}` })],
  [1, ({ title }, whole) => ({ title: `${title}, ${nameOf('location', whole(40))}` })],
];
const choices = changes.flatMap(([times, change]) => Array.from({ length: times }, () => change));

/** One edit of one field. `random`: from 0 to below 1. */
export function shiftEdit(incident: Incident, random: () => number): FieldValues {
  const whole = (below: number) => Math.floor(random() * below);
  const change = choices[whole(choices.length)];
  return change ? change(incident, whole) : {};
}
