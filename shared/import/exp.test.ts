import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { catalogue } from '../processes/catalogue.ts';
import { emptyConfig } from '../definition/config.ts';
import { bytesOf } from '../../renderer/import/read/byte-source.ts';
import { TableReader } from '../../renderer/import/read/table.ts';
import template from '../../resources/templates/servicenow-incident-event-log.json' with { type: 'json' };
import { makeMapping } from './mapping.ts';
import { ReferenceTable } from './references.ts';
import { Surveyor } from './survey.ts';
import { resolveReferences } from './resolve.ts';
import { planFile, isRefused } from './plan-file.ts';
it('exp', async () => {
  const t0 = performance.now();
  const table = await new TableReader(
    bytesOf('incident_event_log.csv', readFileSync('test/data/incident_event_log.csv')),
  ).open({});
  console.log(table.encoding, table.delimiter, table.headings.length);
  const parts = { template: template as never, headings: table.headings, file: table.file, catalogue };
  const m0 = makeMapping({ ...parts, references: new ReferenceTable() });
  if (!m0.ok) throw new Error(JSON.stringify(m0.error));
  const s = new Surveyor(m0.value);
  for (const row of table.rows()) s.add(row);
  const survey = s.done();
  console.log(
    survey.rows,
    survey.keys.size,
    survey.wanted.length,
    JSON.stringify(survey.values).slice(0, 600),
  );
  const res = await resolveReferences(survey.wanted, {
    catalogue,
    config: emptyConfig,
    actor: { id: 'x', roles: ['administrator'], teams: [] },
    file: 'f',
    lookup: { find: async () => [], known: async () => new Set() },
  });
  console.log('made', res.made.length, res.problems.slice(0, 3));
  const m = makeMapping({ ...parts, references: res.references });
  if (!m.ok) throw new Error();
  const t1 = performance.now();
  let entries = 0,
    records = 0,
    problems = 0;
  const notices = new Map<string, number>();
  const figs: unknown[] = [];
  const kinds = new Map<string, number>();
  for (const step of planFile({
    mapping: m.value,
    config: emptyConfig,
    rows: table.rows(),
    lastLines: survey.keys,
    idsOf: () => [],
    stateOf: () => undefined,
    mayBeShort: false,
  })) {
    if (isRefused(step)) {
      console.log(step);
      continue;
    }
    records++;
    entries += step.plan.record.intentions.length;
    for (const i of step.plan.record.intentions) {
      const k =
        i.body.kind + (i.body.kind === 'act' ? ':' + i.body.action : '') + (i.origin.inferred ? '?' : '');
      kinds.set(k, (kinds.get(k) ?? 0) + 1);
    }
    problems += step.plan.problems.length;
    if (step.plan.problems.length && problems < 5) console.log(step.plan.problems);
    for (const n of step.plan.notices) {
      notices.set(n.code, (notices.get(n.code) ?? 0) + 1);
      console.log(n.message);
    }
    if (step.plan.key === 'INC0000885') console.log(JSON.stringify(step.plan.record.intentions, null, 1));
  }
  console.log({
    records,
    entries,
    problems,
    notices,
    kinds,
    ms: performance.now() - t1,
    total: performance.now() - t0,
  });
});
