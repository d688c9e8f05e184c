import type { Catalogue } from '../definition/catalogue.ts';
import type { Entry } from '../changelog/entry.ts';
import { isRuleKey, ruleOfKey } from '../engine/rule-keys.ts';

/**
 * Is it what a declared rule does? Nobody's right is asked then. An act fills no more than the action asks for; what follows from it is judged as
 * any effect. That the occasion had come is believed: it depends on all that the device knew.
 */
export function isDeedOfRule({ key, type, body }: Entry, catalogue: Catalogue): boolean {
  const declared = ruleOfKey(key, catalogue);
  if (!declared) return false;
  const { deed } = declared.rule;
  if (deed.kind === 'create') return body.kind === 'create' && type === deed.type;
  if (type !== declared.type.name) return false;
  if (deed.kind === 'note') return body.kind === 'note' && body.audience === deed.audience;
  if (body.kind !== 'act' || body.action !== deed.action) return false;
  const asked = declared.type.lifecycle.transitions
    .filter(({ action }) => action === deed.action)
    .flatMap(({ needs = [], offers = [] }) => [...needs, ...offers]);
  return Object.keys(body.fields).every((name) => asked.includes(name));
}

/** Does it pass on what a file says? */
export function isImported({ key, origin }: Entry): boolean {
  return key !== undefined && origin !== undefined && !isRuleKey(key);
}

/** Are both of one occasion of a rule, on two devices? */
export function isSameOccasion(one: Entry, other: Entry): boolean {
  return isRuleKey(one.key) && one.key === other.key;
}
