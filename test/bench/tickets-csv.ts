import { seedId } from '#shared/engine/seed.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { incidentAt, type Incident } from './records.ts';
import { nameOfReference } from './reference-data.ts';

/** Labels of choices, as another desk's export has them. */
function labelOf(field: string, value: string): string {
  const declared = catalogue.type('incident')?.fields[field];
  return declared?.kind === 'choice'
    ? (declared.choices.find((choice) => choice.value === value)?.label ?? value)
    : value;
}

const categoryNames = new Map(
  catalogue.processes
    .flatMap(({ seed }) => seed)
    .filter(({ type }) => type === 'category')
    .map(({ key, fields }) => [
      seedId('category', key),
      typeof fields['name'] === 'string' ? fields['name'] : '',
    ]),
);
const time = (at: number): string => new Date(at).toISOString().slice(0, 19).replace('T', ' ');

const columns: readonly (readonly [string, (incident: Incident) => string])[] = [
  ['Ticket', ({ externalReference }) => externalReference],
  ['State', ({ state }) => catalogue.type('incident')?.lifecycle.states[state]?.label ?? state],
  ['Opened', ({ createdAt }) => time(createdAt)],
  ['Updated', ({ updatedAt }) => time(updatedAt)],
  ['Title', ({ title }) => title],
  ['Description', ({ description }) => description],
  ['Requester', ({ requester }) => nameOfReference(requester)],
  ['Came in by', ({ contactType }) => labelOf('contactType', contactType)],
  ['Organisation', ({ organisation }) => nameOfReference(organisation)],
  ['Location', ({ location }) => nameOfReference(location)],
  ['Began', ({ occurredAt }) => time(occurredAt)],
  ['Category', ({ category }) => categoryNames.get(category) ?? ''],
  ['Symptom', ({ symptom }) => symptom],
  ['Service', ({ service }) => nameOfReference(service)],
  ['Configuration items', ({ configurationItems }) => configurationItems.map(nameOfReference).join('; ')],
  ['Impact', ({ impact }) => labelOf('impact', impact)],
  ['Urgency', ({ urgency }) => labelOf('urgency', urgency)],
  ['Team', ({ team }) => nameOfReference(team)],
  ['Assignee', ({ assignee }) => nameOfReference(assignee)],
  ['Tags', ({ tags }) => tags.join('; ')],
  ['Resolution', ({ resolution }) => resolution],
];

export const csvHeadings = columns.map(([heading]) => heading).join(',');

/** One made-up ticket as a line of a CSV, times in UTC. */
export function csvRow(index: number): string {
  const incident = incidentAt(index);
  return columns.map(([, textOf]) => quoted(textOf(incident))).join(',');
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
