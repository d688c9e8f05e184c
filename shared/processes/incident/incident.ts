import type { RecordType } from '../../definition/record-type.ts';
import type { RecordView } from '../../definition/record.ts';
import { everyone } from '../support/rights.ts';
import { incidentDerived } from './derived.ts';
import { incidentFields, incidentSections } from './fields.ts';
import { incidentClocks, incidentLifecycle } from './lifecycle.ts';
import { incidentSight, takePart, workIncident } from './rights.ts';
import { incidentRules } from './timed-rules.ts';
import { incidentSuggestions, incidentViews } from './views.ts';

/** Something that disturbs a service or may do so (DESMF 9.4.3; ISO/IEC 20000-2, 8.2). Rules: docs/behaviour/incident.md. */
export const incident: RecordType = {
  name: 'incident',
  label: 'Incident',
  plural: 'Incidents',
  prefix: 'INC',
  help: 'Something that stopped a service, made it worse, or soon may. The aim is to get service back; the cause is looked for elsewhere.',
  process: 'IM',
  fields: incidentFields,
  sections: incidentSections,
  lifecycle: incidentLifecycle,
  derived: incidentDerived,
  clocks: incidentClocks,
  rules: incidentRules,
  views: incidentViews,
  suggestions: incidentSuggestions,
  create: everyone,
  edit: workIncident,
  ...incidentSight,
  note: takePart,
  check: timesInOrder,
  migrations: [],
};

function timesInOrder(record: RecordView): readonly { readonly field: string; readonly says: string }[] {
  const { occurredAt, detectedAt } = record.fields;
  return typeof occurredAt === 'number' && typeof detectedAt === 'number' && detectedAt < occurredAt
    ? [{ field: 'detectedAt', says: 'it cannot be noticed before it began' }]
    : [];
}
