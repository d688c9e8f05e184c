import { expect, test } from 'vitest';
import { functionsFor, interfacesOf } from '#shared/library/interfaces.ts';
import { desmf } from './desmf.ts';

const model = desmf;

/** Table 9.6: how many things each domain (first) gives to each other one. */
const givenByDomain = {
  SS: { SD: 4, ST: 2, SO: 3, CSI: 2 },
  SD: { SS: 2, ST: 2, SO: 4, CSI: 2 },
  ST: { SS: 2, SD: 4, SO: 3, CSI: 2 },
  SO: { SS: 4, SD: 3, ST: 2, CSI: 2 },
  CSI: { SS: 2, SD: 3, ST: 1, SO: 3 },
};

/** Table 10: domain and processes of each function, first and second. */
const reachOfFunction = {
  'Service Desk': ['SO', 'IM RF EM PM AcM', 'ST', 'CfM ChM'],
  'Application Management': ['SO', 'RF IM PM', 'ST SS', 'RDM SPM'],
  Engineering: ['SD', 'SLM CapM', 'SO ST', 'EM PM SVT'],
  'IT Operations Management': ['SO', 'EM IM PM AcM', 'SD', 'SLM ITSCM ISM'],
  'Technical Management': ['SO', 'IM PM EM', 'SD ST', 'CapM AvM SVT KM'],
};

/** Sections 10.2 to 10.6: other functions, and processes, that each function names. */
const namedByFunction = {
  'Service Desk': ['APM ENG ITO TM', 'AcM ChM CfM EM IM PM RF SLM'],
  'Application Management': ['ENG ITO SDK TM', 'CapM CfM EM IM ISM ITSCM PM SLM SPM SVT SGM SUP'],
  Engineering: ['APM ITO SDK TM', 'BRM ChM CfM EM ISM ITSCM SLM SPM SVT'],
  'IT Operations Management': ['APM ENG SDK TM', 'AcM ChM CfM EM IM ISM ITSCM PM SLM'],
  'Technical Management': ['APM ENG ITO SDK', 'BRM CapM CfM EM IM ISM ITSCM PM SLM SVT'],
};

const words = (text: string) => text.split(' ');

test('LIB-108 Every interface between domains of table 9.6 is there, in both directions.', () => {
  const domains = Object.entries(givenByDomain).map(([from, others]) => [
    from,
    Object.fromEntries(
      Object.keys(others).map((to) => [
        to,
        model.flows.filter((flow) => flow.from === from && flow.to === to).length,
      ]),
    ),
  ]);
  expect(Object.fromEntries(domains)).toEqual(givenByDomain);
});

test('LIB-108 Functions reach the domains and processes of table 10.', () => {
  const reach = model.functions.map(({ name, primary, secondary }) => [
    name,
    [primary, secondary].flatMap(({ domains, processes }) => [domains.join(' '), processes.join(' ')]),
  ]);
  expect(Object.fromEntries(reach)).toEqual(reachOfFunction);
});

test.each(Object.entries(namedByFunction))(
  'LIB-108 %s meets every function and process that its section names.',
  (name, [functions = '', processes = '']) => {
    const code = model.functions.find((one) => one.name === name)?.code;
    const met = model.flows.flatMap(({ from, to }) => (from === code ? [to] : to === code ? [from] : []));
    for (const other of [...words(functions), ...words(processes)]) expect(met).toContain(other);
  },
);

test('LIB-108 What one end gives, the other takes: each interface shows on both pages.', () => {
  for (const flow of model.flows) {
    expect(interfacesOf(model, flow.from).outputs).toContain(flow);
    expect(interfacesOf(model, flow.to).inputs).toContain(flow);
  }
});

test('LIB-108 A process names the functions that work for it, the nearest first.', () => {
  expect(functionsFor(model, 'SLM').map(({ code }) => code)).toEqual(['ENG', 'ITO']);
  expect(functionsFor(model, 'DM')).toEqual([]);
});
