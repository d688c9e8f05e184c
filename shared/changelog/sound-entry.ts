import type { FieldValue } from '../definition/values.ts';
import type { Entry, EntryBody } from './entry.ts';

type Members = Readonly<Record<string, unknown>>;

const latest = 8.64e15;
const contentHash = /^[0-9a-f]{64}$/;
/** Of a kind that no version writes, so it is kept and changes nothing. The type of bodies lists only kinds that are written. */
const unreadable = { kind: 'unreadable' } as unknown as EntryBody;

/**
 * The entry as it may be read. Entries from elsewhere can hold anything: one that is of a known kind and not made like it, or whose key or
 * origin is malformed, counts as one of an unknown kind (FOLD-11). A sound entry and one of an unknown kind are returned as they are.
 */
export function soundEntry(entry: Entry): Entry {
  if (isSoundBody(entry.body) && isSoundKey(entry.key) && isSoundOrigin(entry.origin)) return entry;
  const { replica, seq, prev, stamp, actor, type, record } = entry;
  return { replica, seq, prev, stamp, actor, type, record, body: unreadable };
}

function isSoundBody(body: object): boolean {
  const members = body as Members;
  switch (members['kind']) {
    case 'create':
      return (
        isText(members['number']) &&
        Number.isSafeInteger(members['version']) &&
        isMapOf(members['fields'], isFieldValue)
      );
    case 'set':
      return isMapOf(members['fields'], isChange);
    case 'act':
      return (
        isText(members['action']) &&
        isText(members['to']) &&
        isText(members['base']) &&
        isMapOf(members['fields'], isChange)
      );
    case 'note':
      return (
        isText(members['text']) && isText(members['audience']) && isOptional(members['minutes'], isNumber)
      );
    case 'attach':
      return (
        isText(members['name']) &&
        isSize(members['size']) &&
        isText(members['type']) &&
        isText(members['hash']) &&
        contentHash.test(members['hash']) &&
        isText(members['audience'])
      );
    case 'retract':
      return isListOf(members['entries'], isText);
    case 'rule':
      return (
        isListOf(members['entries'], isText) &&
        (members['verdict'] === 'aside' || members['verdict'] === 'stands') &&
        isText(members['code']) &&
        isText(members['reason'])
      );
    case 'vouch':
      return (
        isText(members['replica']) &&
        isText(members['key']) &&
        isText(members['signature']) &&
        isOptional(members['by'], (by) => by === 'recovery')
      );
    case 'redact':
      return isListOf(members['entries'], isRedactedEntry) && isText(members['reason']);
    case 'confirm':
    case 'decline':
      return isText(members['of']);
    case 'redacted':
      return isText(members['hash']) && isKept(members['kept']);
    default:
      return true;
  }
}

function isRedactedEntry(named: unknown): boolean {
  return isMap(named) && isText(named['entry']) && isListOf(named['keep'], isText) && isText(named['stub']);
}

/** What is left of a body is like the body, without some of its members. */
function isKept(kept: unknown): boolean {
  if (!isMap(kept)) return false;
  switch (kept['kind']) {
    case 'create':
      return isSoundBody(kept);
    case 'set':
    case 'act':
      return isSoundBody(kept) && isMapOf(kept['gone'], (base) => isListOf(base, isText));
    case 'note':
      return isSoundBody({ ...kept, text: '' });
    case 'attach':
      return isText(kept['audience']);
    default:
      return false;
  }
}

function isSoundKey(key: unknown): boolean {
  return isOptional(key, isText);
}

function isSoundOrigin(origin: unknown): boolean {
  if (origin === undefined) return true;
  if (!isMap(origin)) return false;
  return (
    isOptional(origin['at'], isMoment) &&
    isOptional(origin['by'], isText) &&
    isOptional(origin['source'], isText)
  );
}

function isChange(change: unknown): boolean {
  if (!isMap(change)) return false;
  if ('add' in change) return isListOf(change['add'], isText) && isListOf(change['remove'], isRemoval);
  return isFieldValue(change['value']) && isListOf(change['base'], isText);
}

function isRemoval(removal: unknown): boolean {
  return isMap(removal) && isText(removal['member']) && isListOf(removal['seen'], isText);
}

function isFieldValue(value: unknown): value is FieldValue {
  return isPlain(value) || isListOf(value, isText) || isListOf(value, isRow);
}

function isRow(row: unknown): boolean {
  return isMapOf(row, isPlain);
}

function isPlain(value: unknown): boolean {
  return value === null || isText(value) || isNumber(value) || typeof value === 'boolean';
}

/** No field has the name that JavaScript gives to prototypes. */
function isMapOf(value: unknown, isMember: (member: unknown) => boolean): boolean {
  if (!isMap(value) || Object.hasOwn(value, '__proto__')) return false;
  for (const name of Object.keys(value)) {
    if (!isMember(value[name])) return false;
  }
  return true;
}

function isMap(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isOptional(value: unknown, isValue: (value: unknown) => boolean): boolean {
  return value === undefined || isValue(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isSize(value: unknown): boolean {
  return isNumber(value) && Number.isSafeInteger(value) && value >= 0;
}

function isMoment(value: unknown): boolean {
  return isNumber(value) && Math.abs(value) <= latest;
}
