import { OutpostSubject } from './outpost.ts';
import { PouchSubject } from './pouch.ts';
import { RawSubject } from './raw.ts';
import { RxSubject } from './rx.ts';
import type { Subject } from './subject.ts';

const made = {
  outpost: () => new OutpostSubject(),
  raw: () => new RawSubject({ name: 'raw', bulk: 'relaxed', indexes: 'lists' }),
  rawStrict: () => new RawSubject({ name: 'raw strict', bulk: 'strict', indexes: 'lists' }),
  rawNumber: () => new RawSubject({ name: 'raw with one index', bulk: 'relaxed', indexes: 'number' }),
  rx: () => new RxSubject(),
  pouch: () => new PouchSubject(),
};

export type SubjectName = keyof typeof made;
type Made = { readonly [Name in SubjectName]: ReturnType<(typeof made)[Name]> };

/** The databases of one measurement, open. Those that were not asked for are not there. */
export interface Subjects extends Made {
  readonly all: readonly Subject[];
  close(): Promise<void>;
}

export async function openSubjects(names: readonly SubjectName[]): Promise<Subjects> {
  const subjects = Object.fromEntries(names.map((name) => [name, made[name]()])) as unknown as Made;
  const all = names.map((name): Subject => subjects[name]);
  for (const subject of all) await subject.open();
  const close = async () => {
    for (const subject of all) await subject.close();
  };
  return { ...subjects, all, close };
}
