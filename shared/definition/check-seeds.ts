import { problem, type Problem } from '../kernel/errors.ts';
import { own } from '../kernel/own.ts';
import type { Catalogue } from './catalogue.ts';
import { repeated, unknownAmong } from './findings.ts';
import type { SeedRecord } from './process.ts';
import type { RecordType } from './record-type.ts';
import type { FieldValue } from './values.ts';

/** Shipped records: known types, fields, actions and keys, in an order in which each can be made. */
export function checkSeeds({ processes, type }: Catalogue): readonly Problem[] {
  const all = processes.flatMap(({ seed }) => seed);
  const known = new Map<string, string>();
  return processes.flatMap(({ code, seed }) => [
    ...repeated(all.map(({ key }) => key))
      .filter((key) => seed.some((record) => record.key === key))
      .map((key) => at(code, key, 'another seed has this key.')),
    ...seed.flatMap((record) => {
      const declared = type(record.type);
      const faults = declared
        ? seedFaults(record, declared, known)
        : [`it is of “${record.type}”, which is not a record type.`];
      known.set(record.key, record.type);
      return faults.map((fault) => at(code, record.key, fault));
    }),
  ]);
}

function at(process: string, key: string, fault: string): Problem {
  return problem('OUT-DEF-001', { process, path: `seed.${key}`, fault });
}

function seedFaults(
  { fields, acts = [] }: SeedRecord,
  type: RecordType,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  const actions = type.lifecycle.transitions.map(({ action }) => action);
  const values = [...Object.entries(fields), ...acts.flatMap(({ inputs }) => Object.entries(inputs))];
  return [
    ...unknownAmong(
      values.map(([name]) => name),
      Object.keys(type.fields),
    ).map((name) => `it fills “${name}”, which is not a field.`),
    ...unknownAmong(
      acts.map(({ action }) => action),
      actions,
    ).map((action) => `it fires “${action}”, which is not an action.`),
    ...values.flatMap(([name, value]) => referenceFaults(type, name, value, known)),
  ];
}

function referenceFaults(
  type: RecordType,
  name: string,
  value: FieldValue,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  const field = own(type.fields, name);
  if (field?.kind !== 'reference' && field?.kind !== 'references') return [];
  const keys = (Array.isArray(value) ? (value as readonly string[]) : [value]).filter(
    (key): key is string => typeof key === 'string' && key.startsWith('@'),
  );
  return keys.flatMap((key) => {
    const target = known.get(key.slice(1));
    if (target === undefined) return [`its ${name} “${key}” is no seed that comes before it.`];
    return field.to.includes(target) ? [] : [`its ${name} “${key}” is a ${target}.`];
  });
}
