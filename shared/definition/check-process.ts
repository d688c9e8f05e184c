import { problem, type Problem } from '../kernel/errors.ts';
import type { Catalogue } from './catalogue.ts';
import { signFaults } from './check-signs.ts';
import { queryFaults } from './check-query.ts';
import { columnNames, instantColumnNames } from './column-names.ts';
import { repeated } from './findings.ts';
import type { Metric, ProcessDefinition } from './process.ts';

/** Activities, RACI, roles and metrics of a process. */
export function checkProcess(process: ProcessDefinition, catalogue: Catalogue): readonly Problem[] {
  const { code, activities, metrics, roles, outcomes } = process;
  const at = (path: string, fault: string): Problem => problem('OUT-DEF-001', { process: code, path, fault });
  const texts = {
    name: process.name,
    purpose: process.purpose,
    scope: process.scope,
    section: process.section,
  };
  const empty = Object.entries(texts).filter(([, text]) => !text.trim());
  return [
    ...empty.map(([path]) => at(path, 'it is empty.')),
    ...(outcomes.length === 0 ? [at('outcomes', 'there is none.')] : []),
    ...activities.flatMap((activity, index) => {
      const count = partiesIn(activity.raci.accountable);
      return [
        ...(activity.code === `${code}${index + 1}`
          ? []
          : [at(`activities.${activity.code}`, `it stands in place ${index + 1}.`)]),
        ...(activity.raci.responsible.length > 0
          ? []
          : [at(`activities.${activity.code}.raci`, 'nobody is responsible.')]),
        ...(count === 1 ? [] : [problem('OUT-DEF-005', { process: code, activity: activity.code, count })]),
      ];
    }),
    ...repeated(roles.map(({ name }) => name)).map((name) => at(`roles.${name}`, 'it is there twice.')),
    ...repeated(metrics.map(({ name }) => name)).map((name) => at(`metrics.${name}`, 'it is there twice.')),
    ...metrics.flatMap((metric) => [
      ...metricFaults(metric, catalogue).map(([path, fault]) => at(`metrics.${metric.name}${path}`, fault)),
      ...signFaults(metric, catalogue).map((fault) => at(`metrics.${metric.name}.signOf`, fault)),
    ]),
  ];
}

/** Parties that a text names: they are set apart by commas, semicolons or “and”. */
function partiesIn(text: string): number {
  return text.split(/[,;]|\band\b/).filter((party) => party.trim()).length;
}

function metricFaults(
  { measures, unit }: Metric,
  catalogue: Catalogue,
): readonly (readonly [string, string])[] {
  const named = Object.entries(measures);
  if (named.length === 0) return [['', 'it measures nothing.']];
  if (unit === 'percent' && named.length !== 2)
    return [['', 'a share has two measures: a part and a whole.']];
  return named.flatMap(([name, { query, during, of }]) => {
    const type = catalogue.type(query.type);
    const faults = [...queryFaults(query, catalogue)];
    if (type && of && !columnNames(type).includes(of.column)) {
      faults.push(`it adds up “${of.column}”, which is not a column.`);
    }
    if (type && during !== undefined && !instantColumnNames(type).includes(during)) {
      faults.push(`its period is one of “${during}”, which is not a column of instants.`);
    }
    return faults.map((fault) => [`.${name}`, fault] as const);
  });
}
