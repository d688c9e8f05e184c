import type { Flag } from '#shared/processes/improvement/conformance-register.ts';
import type { RegisterView } from './places.ts';
import { flagWords } from './words.ts';

function isFlag(value: unknown): value is Flag {
  return typeof value === 'string' && Object.hasOwn(flagWords, value);
}

function textIn(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What the address asks the register to show; what it does not say, or says wrong, is not narrowed. */
export function readView(
  search: Readonly<Record<string, unknown>>,
  thisYear: number,
): RegisterView & { readonly year: number } {
  const year = Number(search['year']);
  return {
    year: Number.isInteger(year) && year >= 2015 && year <= 2100 ? year : thisYear,
    show: isFlag(search['show']) ? search['show'] : undefined,
    kind: textIn(search['kind']),
    phase: textIn(search['phase']),
    component: textIn(search['component']),
  };
}
