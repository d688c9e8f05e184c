import type { Catalogue } from './catalogue.ts';
import { checkTouches } from './check-lifecycle.ts';
import { conditionFaults } from './check-query.ts';
import type { Findings } from './findings.ts';
import type { Condition, QueryValue } from './query.ts';
import type { RecordType } from './record-type.ts';
import type { Deed } from './timed-rule.ts';

/** Rules may not make records that say who may do what. */
const neverMade: readonly string[] = ['person', 'account', 'assignment', 'unit'];

/** Timed rules: every column, action and type that they name exists, and nothing depends on who is at the desk. */
export function checkRules(type: RecordType, catalogue: Catalogue, found: Findings): void {
  for (const { name, label, where, touches, deed } of type.rules ?? []) {
    const tell = (fault: string) => found.at(`rules.${name}`, fault);
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) tell('its name is not in kebab-case.');
    if (!label.trim()) tell('it has no label.');
    if (where.length === 0) tell('it looks at every record.');
    for (const fault of conditionFaults(where, type)) tell(fault);
    if (where.some(namesPerson)) tell('it depends on who is at the desk.');
    checkTouches(touches ?? {}, type, catalogue, tell);
    for (const fault of deedFaults(deed, type, catalogue)) tell(fault);
  }
}

function deedFaults(deed: Deed, type: RecordType, catalogue: Catalogue): readonly string[] {
  switch (deed.kind) {
    case 'act': {
      const isKnown = type.lifecycle.transitions.some(({ action }) => action === deed.action);
      return isKnown ? [] : [`it does “${deed.action}”, which is no action.`];
    }
    case 'create': {
      const isKnown = catalogue.type(deed.type) !== undefined && !neverMade.includes(deed.type);
      return isKnown ? [] : [`it makes “${deed.type}”, which is no record type that a rule may make.`];
    }
    case 'note':
      return [];
  }
}

function namesPerson(condition: Condition): boolean {
  if ('any' in condition) return condition.any.some(namesPerson);
  const values: readonly QueryValue[] =
    'in' in condition ? condition.in : 'notIn' in condition ? condition.notIn : [];
  return values.some((value) => typeof value === 'object' && ['me', 'myTeams'].includes(value.symbol));
}
