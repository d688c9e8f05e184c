import { securityEyes } from '#shared/processes/incident/rights.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { inProcess } from '#shared/definition/scoped-rights.ts';

export interface Onlooker {
  readonly id: string;
  readonly as: string;
  /** Sees how it is handled, not only that it is there. */
  readonly seesHandling: boolean;
}

const roles = [
  { field: 'assignee', as: 'Assignee', seesHandling: true },
  { field: 'majorManager', as: 'Major incident manager', seesHandling: true },
  { field: 'requester', as: 'Requester', seesHandling: false },
  { field: 'onBehalfOf', as: 'Person it is for', seesHandling: false },
] as const;

/** Who may see a security incident because it names them (INC-16), once each with the most they may see. */
export function onlookers(record: RecordView): readonly Onlooker[] {
  const found = new Map<string, Onlooker>();
  for (const { field, as, seesHandling } of roles) {
    const id = textOf(record, field);
    if (id !== '' && !found.has(id)) found.set(id, { id, as, seesHandling });
  }
  return [...found.values()];
}

export type Containment =
  | { readonly status: 'hidden' }
  | { readonly status: 'missing' }
  | { readonly status: 'recorded'; readonly text: string };

/** Whether the harm is contained, as far as the actor may know. */
export function containmentOf(record: RecordView, actor: Actor): Containment {
  if (!inProcess('IM', securityEyes).allows(actor, record)) return { status: 'hidden' };
  const text = textOf(record, 'containment').trim();
  return text === '' ? { status: 'missing' } : { status: 'recorded', text };
}
