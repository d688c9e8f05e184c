import { problem, type Problem } from '../kernel/errors.ts';
import type { Catalogue } from './catalogue.ts';
import { checkFields } from './check-fields.ts';
import { checkLifecycle } from './check-lifecycle.ts';
import { checkProcess } from './check-process.ts';
import { checkRules } from './check-rules.ts';
import { checkSeeds } from './check-seeds.ts';
import { checkViews } from './check-views.ts';
import { Findings } from './findings.ts';
import type { ProcessDefinition } from './process.ts';
import type { RecordType } from './record-type.ts';

/**
 * Holds all declarations against each other, at start-up and in a test. Every fault names its process and its field,
 * transition or path (OUT-DEF-001 to 006); none is left out because another was found.
 */
export function checkCatalogue(catalogue: Catalogue): readonly Problem[] {
  return [
    ...doubles(catalogue),
    ...catalogue.processes.flatMap((process) => [
      ...checkProcess(process, catalogue),
      ...process.recordTypes.flatMap((type) => checkType(process, type, catalogue)),
    ]),
    ...checkSeeds(catalogue),
  ];
}

function checkType(process: ProcessDefinition, type: RecordType, catalogue: Catalogue): readonly Problem[] {
  const found = new Findings(process, type);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(type.name)) found.at('name', 'it is not in kebab-case.');
  if (!/^[A-Z][A-Z0-9]*$/.test(type.prefix)) found.at('prefix', 'it is not of capital letters and digits.');
  if (type.process !== process.code)
    found.at('process', `it says “${type.process}”, and ${process.code} declares it.`);
  for (const right of ['create', 'edit', 'see', 'note'] as const) {
    if (!type[right].label || !type[right].givenBy)
      found.at(right, 'the right has no label or nobody gives it.');
  }
  type.migrations.forEach(({ version }, index) => {
    if (version !== index + 1) found.migration(index);
  });
  checkFields(type, catalogue, found);
  checkLifecycle(process, type, catalogue, found);
  checkViews(type, catalogue, found);
  checkRules(type, catalogue, found);
  return found.problems;
}

/** What must be unique over all processes: codes, names of types, prefixes of numbers, codes of activities, names of rules. */
function doubles({ processes }: Catalogue): readonly Problem[] {
  const named = processes.flatMap(({ code, name, recordTypes, activities }) => [
    { thing: 'Process code', name: code, process: code },
    { thing: 'Process', name, process: code },
    ...recordTypes.map((type) => ({ thing: 'Record type', name: type.name, process: code })),
    ...recordTypes.map((type) => ({ thing: 'Number prefix', name: type.prefix, process: code })),
    ...activities.map((activity) => ({ thing: 'Activity', name: activity.code, process: code })),
    ...recordTypes.flatMap(({ rules = [] }) =>
      rules.map((rule) => ({ thing: 'Rule', name: rule.name, process: code })),
    ),
  ]);
  return named.flatMap(({ thing, name, process }, index) => {
    const first = named.findIndex((other) => other.thing === thing && other.name === name);
    const other = named[first];
    return first < index && other
      ? [problem('OUT-DEF-004', { thing, name, process: other.process, other: process })]
      : [];
  });
}
