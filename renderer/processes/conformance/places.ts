import { defaultStringifySearch } from '@tanstack/react-router';
import type { Flag } from '#shared/processes/improvement/conformance-register.ts';

/** What the register shows, as its address says it. */
export interface RegisterView {
  readonly year?: number | undefined;
  readonly show?: Flag | undefined;
  readonly kind?: string | undefined;
  readonly phase?: string | undefined;
  readonly component?: string | undefined;
}

const root = '/conformance';

export const conformancePaths = {
  register: (view: RegisterView = {}) =>
    `${root}${defaultStringifySearch(Object.fromEntries(Object.entries(view).filter(([, value]) => value)))}`,
  table: `${root}/table`,
  report: (year: number, component = '') =>
    `${root}/report${defaultStringifySearch(component === '' ? { year } : { year, component })}`,
  plan: (id: string) => `${root}/plan/${id}`,
};
