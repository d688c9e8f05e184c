import type { Catalogue } from '../definition/catalogue.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { Occasion, TimedRule } from '../definition/timed-rule.ts';
import type { Draft } from '../changelog/chain.ts';
import { deterministicRecordId } from '../kernel/ids.ts';

const mark = 'rule/';

/** Names one occasion of a rule: the same on every device. */
export function ruleKey({ name }: TimedRule, record: string, { at, of }: Occasion): string {
  return `${mark}${name}/${deterministicRecordId(of === undefined ? [record, String(at)] : ['of', of])}`;
}

/** The key of one entry that an occasion led to: two devices that did the same wrote one, and what only one of them did counts too. */
export function entryKey(occasion: string, { record, body }: Draft): string {
  const about = 'fields' in body ? Object.keys(body.fields).sort() : [];
  return `${occasion}/${deterministicRecordId([record, body.kind, 'action' in body ? body.action : '', ...about])}`;
}

export interface DeclaredRule {
  readonly type: RecordType;
  readonly rule: TimedRule;
}

/** The rule that an entry's key names; undefined for other keys, and for rules that this version does not know. */
export function ruleOfKey(key: string | undefined, { types }: Catalogue): DeclaredRule | undefined {
  if (!isRuleKey(key)) return undefined;
  const name = key.split('/')[1];
  for (const type of types) {
    const rule = type.rules?.find((one) => one.name === name);
    if (rule) return { type, rule };
  }
  return undefined;
}

export function isRuleKey(key: string | undefined): key is string {
  return key?.startsWith(mark) ?? false;
}
