import type { RecordHistory } from '#shared/changelog/intention.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { deterministicRecordId } from '#shared/kernel/ids.ts';

export type ReferenceKind =
  'person' | 'team' | 'organisation' | 'location' | 'service' | 'configuration-item';

export const peopleCount = 300;
export const teams = [
  'Service desk',
  'Network',
  'Servers',
  'Radio',
  'Satellite',
  'Field support',
  'Applications',
  'Security',
  'Telephony',
  'Power and cabling',
  'Data links',
  'Deskside',
];
const counts: Readonly<Record<ReferenceKind, number>> = {
  person: peopleCount,
  team: teams.length,
  organisation: 8,
  location: 40,
  service: 20,
  'configuration-item': 500,
};
const families =
  'Alvarez Baker Chen Diaz Evans Fischer Garcia Hughes Ito Jansen Kim Lopez Meyer Novak Okoye Patel Quinn Reyes Silva Turner'.split(
    ' ',
  );
const names = 'Ana Ben Carla David Elena Frank Grace Hugo Irene Jonas Karin Luis Maria Noah Olga'.split(' ');
const words: Readonly<Record<Exclude<ReferenceKind, 'person' | 'team'>, string>> = {
  organisation: 'Company',
  location: 'Building',
  service: 'Service',
  'configuration-item': 'Workstation',
};

/** Name of a record that incidents point at. */
export function nameOf(kind: ReferenceKind, index: number): string {
  if (kind === 'team') return teams[index] ?? '';
  if (kind !== 'person') return `${words[kind]} ${String(index + 1).padStart(3, '0')}`;
  return `${families[index % families.length] ?? ''}, ${names[Math.floor(index / families.length)] ?? ''}`;
}

const ids = new Map<string, string>();

/** Id and name of a record that incidents point at. */
export function reference(
  kind: ReferenceKind,
  index: number,
): { readonly id: string; readonly name: string } {
  const name = nameOf(kind, index);
  const key = `${kind} ${name}`;
  let id = ids.get(key);
  if (id === undefined) {
    id = deterministicRecordId(['bench', kind, name]);
    ids.set(key, id);
  }
  return { id, name };
}

const namesById = new Map<string, string>();

/** Name of what an id stands for; '' where it stands for nothing of these. */
export function nameOfReference(id: string): string {
  if (namesById.size === 0) {
    for (const kind of Object.keys(counts) as ReferenceKind[]) {
      for (let index = 0; index < counts[kind]; index += 1) {
        const made = reference(kind, index);
        namesById.set(made.id, made.name);
      }
    }
  }
  return namesById.get(id) ?? '';
}

/** All records that incidents point at, as histories to import before them. */
export function referenceHistories(): readonly RecordHistory[] {
  return (Object.keys(counts) as ReferenceKind[]).flatMap((kind) =>
    Array.from({ length: counts[kind] }, (_, index): RecordHistory => {
      const { id, name } = reference(kind, index);
      const fields: FieldValues = kind === 'configuration-item' ? { name, class: 'computer' } : { name };
      return { id, type: kind, intentions: [{ key: 'import:create', body: { kind: 'create', fields } }] };
    }),
  );
}
