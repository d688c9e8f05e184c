import { normaliseBase32 } from '#shared/kernel/base32.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { LinkProfile } from '#renderer/data/data.ts';

export interface EnrolFields {
  readonly address: string;
  readonly code: string;
  readonly name: string;
  readonly profile: LinkProfile;
}

export type EnrolField = 'address' | 'code' | 'name';

export interface EnrolError {
  readonly field: EnrolField;
  readonly message: string;
}

/** As a hub makes them: 80 bits, in groups for people. */
const codeCharacters = 16;
const longestName = 100;

function addressFault(address: string): string | undefined {
  const text = address.trim();
  if (text === '') return 'Address of the hub is empty. Its administrator gives it with the code.';
  const full = /^[a-z][a-z+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const isUsable = URL.canParse(full) && /^https?:$/.test(new URL(full).protocol) && !/\s/.test(text);
  return isUsable
    ? undefined
    : `“${text}” is not an address. Type it as you were given it, such as hub.example.mil:4790.`;
}

function codeFault(code: string): string | undefined {
  const plain = code.replaceAll(/[\s-]/g, '');
  if (plain === '') return 'One-time code is empty. The hub’s administrator makes one for this device.';
  if (normaliseBase32(plain) === undefined) {
    return 'The code has a sign that no code has. It is made of letters and digits only, without U.';
  }
  return plain.length === codeCharacters
    ? undefined
    : `The code has ${plain.length} signs; a code has ${codeCharacters}. Hyphens, spaces and case do not count.`;
}

function nameFault(name: string): string | undefined {
  const text = name.trim();
  if (text === '') return 'Name of this device is empty. The hub’s administrator knows the device by it.';
  return text.length <= longestName
    ? undefined
    : `Name of this device has ${text.length} characters; at most ${longestName} fit.`;
}

/** What is missing or wrong before the hub is asked. */
export function checkEnrolment({ address, code, name }: EnrolFields): readonly EnrolError[] {
  const faults: readonly (readonly [EnrolField, string | undefined])[] = [
    ['address', addressFault(address)],
    ['code', codeFault(code)],
    ['name', nameFault(name)],
  ];
  return faults.flatMap(([field, message]) => (message === undefined ? [] : [{ field, message }]));
}

/** Faults that a field is to blame for. */
const blamed: ReadonlyMap<string, EnrolField> = new Map([
  ['OUT-SYN-024', 'code'],
  ['OUT-SYN-050', 'address'],
  ['OUT-SYN-051', 'address'],
  ['OUT-SYN-052', 'address'],
]);

/** What the hub or the way to it refused, at the field that can mend it. Undefined where no field can. */
export function blamedField({ code, message, next }: Problem): EnrolError | undefined {
  const field = blamed.get(code);
  return field && { field, message: `${message} ${next ?? ''}`.trim() };
}
