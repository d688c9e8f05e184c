import { expect } from 'vitest';
import { buildCatalogue } from '#shared/definition/catalogue.ts';
import { checkCatalogue } from '#shared/definition/check.ts';
import type { Field } from '#shared/definition/field.ts';
import type { Transition } from '#shared/definition/lifecycle.ts';
import type { ProcessDefinition } from '#shared/definition/process.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { sampleProcess, ticket } from './sample-catalogue.ts';

/** What the checker says of the sample declaration with one thing changed. */

export const found = (...processes: readonly ProcessDefinition[]): readonly string[] =>
  checkCatalogue(buildCatalogue(processes)).map(({ code, message }) => `${code} ${message}`);

export const withType = (change: Partial<RecordType>): readonly string[] =>
  found({ ...sampleProcess, recordTypes: [{ ...ticket, ...change }] });
export const withField = (name: string, field: Field): readonly string[] =>
  withType({ fields: { ...ticket.fields, [name]: field } });
export const withViews = (change: Partial<RecordType['views']>): readonly string[] =>
  withType({ views: { ...ticket.views, ...change } });
export const withTransition = (change: Partial<Transition>): readonly string[] =>
  withType({
    lifecycle: {
      ...ticket.lifecycle,
      transitions: ticket.lifecycle.transitions.map((transition) =>
        transition.action === 'start' ? { ...transition, ...change } : transition,
      ),
    },
  });
export const withProcess = (change: Partial<ProcessDefinition>): readonly string[] =>
  found({ ...sampleProcess, ...change });
export const withState = (
  name: string,
  state: RecordType['lifecycle']['states'][string],
): readonly string[] =>
  withType({ lifecycle: { ...ticket.lifecycle, states: { ...ticket.lifecycle.states, [name]: state } } });

/** Each fault names the process and where it lies. */
export function expectOne(messages: readonly string[], code: string, ...parts: readonly string[]): void {
  expect(messages).toHaveLength(1);
  for (const part of [code, 'TST', ...parts]) expect(messages[0]).toContain(part);
}

export const plainLife: RecordType['lifecycle'] = {
  initial: 'a',
  states: { a: { label: 'A', class: 'done', final: true } },
  transitions: [],
};
