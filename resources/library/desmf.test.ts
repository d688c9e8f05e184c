import { describe, expect, test } from 'vitest';
import framework from '#test/data/framework.json';
import { catalogue } from '#shared/processes/catalogue.ts';
import { frameworkProcesses } from '#shared/processes/support/process-choices.ts';
import { desmf } from './desmf.ts';

const model = desmf;

function processOf(code: string) {
  const process = model.processes.find((one) => one.code === code);
  if (!process) throw new Error(`No process ${code}.`);
  return process;
}

test('LIB-101 The shipped model has the domains and processes of the framework, in their order.', () => {
  expect(model.domains.map(({ code, name }) => ({ code, name }))).toEqual(framework.domains);
  expect(model.processes.map(({ code, name, domain }) => ({ code, name, domain }))).toEqual(
    framework.processes.map(({ code, name, domain }) => ({ code, name, domain })),
  );
  expect(model.processes).toHaveLength(27);
});

describe.each(framework.processes.map((facts) => [facts.code, facts] as const))('%s', (code, facts) => {
  const process = processOf(code);

  test('LIB-102 Codes and names of activities are those of the framework.', () => {
    expect(process.activities.map((activity) => ({ code: activity.code, name: activity.name }))).toEqual(
      facts.activities,
    );
  });

  test('LIB-103 There are as many outcomes as the framework counts, each with its code, text and evidence.', () => {
    expect(process.outcomes.map((outcome) => outcome.code)).toEqual(
      Array.from({ length: facts.outcomes }, (_, index) => `${code}-O${String(index + 1)}`),
    );
    expect(new Set(process.outcomes.map(({ text }) => text)).size).toBe(facts.outcomes);
  });

  test('LIB-104 The responsible parties are the row of the AESMF chart.', () => {
    const { accountable, responsible, consulted, informed } = process.parties ?? {};
    expect({
      accountable: accountable?.join(' '),
      responsible: responsible?.join(' '),
      consulted: consulted?.join(' '),
      informed: informed?.join(' '),
    }).toEqual({ ...facts.raci, consulted: facts.raci.consulted.replace('ASA (ALT)', 'ASA(ALT)') });
  });

  test('LIB-105 The clauses of ISO/IEC 20000-2 are those of the framework.', () => {
    expect(process.clauses).toEqual(facts.isoClauses.map((section) => ({ document: 'ISO20000-2', section })));
  });

  test('LIB-107 It says what it is for, what it covers and what not, what it brings and how it is measured.', () => {
    const { purpose, scope, benefits, metrics, roles } = process;
    expect(purpose.length).toBeGreaterThan(40);
    for (const list of [scope.in, scope.out, benefits, metrics, roles]) expect(list).not.toEqual([]);
    for (const { measures } of metrics) expect(measures).not.toEqual([]);
  });

  test('LIB-107 Each activity has its own tasks, or is the common control activity of its place.', () => {
    const { length } = process.activities;
    const control = ['establish', ...Array.from({ length: length - 3 }), 'monitor', 'evaluate'];
    for (const [index, activity] of process.activities.entries()) {
      expect(activity.control).toBe(control[index]);
      expect(activity.tasks.length >= 2).toBe(activity.control === undefined);
    }
  });

  test('LIB-110 What it says about itself comes from its own section.', () => {
    for (const { part, section } of process.sources)
      if (['purpose', 'scope', 'benefits', 'outcomes', 'activities'].includes(part))
        expect(section.startsWith(`${facts.section}.`)).toBe(true);
  });

  test('LIB-108 It takes something from others and gives something to others.', () => {
    expect(model.flows.some(({ from }) => from === code)).toBe(true);
    expect(model.flows.some(({ to }) => to === code)).toBe(true);
  });
});

test('LIB-106 Functions, overlays and common control tasks are those of the framework.', () => {
  expect(model.functions.map(({ name }) => name)).toEqual(framework.functions);
  expect(model.overlays.map(({ code, name }) => ({ code, name }))).toEqual(
    framework.overlays.map(({ code, name }) => ({ code, name })),
  );
  const footnotes = /\^\{.*\}|[⁰¹²³⁴-⁹]+$/u;
  for (const { code, activities } of framework.overlays)
    expect(
      model.overlays
        .find((overlay) => overlay.code === code)
        ?.activities.map((activity) => ({ code: activity.code, name: activity.name })),
    ).toEqual(activities.map((activity) => ({ ...activity, name: activity.name.replace(footnotes, '') })));
  expect(
    Object.fromEntries(model.controls.map(({ name, tasks }) => [name, tasks.map((task) => task.name)])),
  ).toEqual(framework.commonProcessControls);
});

test('LIB-109 A process that Outpost runs says the same in its declaration and in the library.', () => {
  const declared = catalogue.processes.filter(({ code }) => code !== 'FND');
  expect(declared.length).toBeGreaterThan(6);
  for (const { code, purpose, outcomes, activities } of declared) {
    const process = processOf(code);
    expect(process.purpose).toBe(purpose);
    expect(process.outcomes.map(({ text }) => text)).toEqual(outcomes);
    expect(process.activities.map(({ does }) => does)).toEqual(activities.map(({ help }) => help));
  }
  expect(frameworkProcesses).toEqual(model.processes.map(({ code, name }) => ({ value: code, label: name })));
});
