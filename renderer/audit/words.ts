import type { AuditFilter, AuditKind } from '#renderer/data/data.ts';

export const kindLabels: Readonly<Record<AuditKind, string>> = {
  create: 'Created',
  set: 'Changed',
  act: 'Actions',
  note: 'Notes',
  attach: 'Files',
  retract: 'Taken back',
  rule: 'Rulings of hubs',
  vouch: 'Sign-ins on a device',
  redact: 'Redactions asked for',
  confirm: 'Redactions confirmed',
  decline: 'Redactions declined',
  other: 'Of a newer version',
};

export function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}

/** What a filter leaves, for the file that is made with it. */
export function filterWords(
  { person, type, kind, replica, from, until, text }: AuditFilter,
  name: (id: string) => string,
): readonly string[] {
  const at = (instant: number) => new Date(instant).toISOString();
  return [
    person && `Person: ${name(person)}`,
    type && `Record type: ${type}`,
    kind && `Kind: ${kindLabels[kind]}`,
    replica && `Device: ${replica}`,
    from !== undefined && `From: ${at(from)}`,
    until !== undefined && `Before: ${at(until)}`,
    text && `Text: ${text}`,
  ].filter((one) => typeof one === 'string' && one !== '') as readonly string[];
}
