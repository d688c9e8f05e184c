import type { Problem } from '../kernel/errors.ts';
import { checkProcess, checkResponsibility } from './check-process.ts';
import { ModelFaults } from './faults.ts';
import type { ReferenceModel } from './model.ts';

function checkSources(faults: ModelFaults, model: ReferenceModel): void {
  const documents = new Set(model.documents.map((document) => document.code));
  const { domains, functions, roles, controls, overlays } = model;
  for (const part of [...domains, ...functions, ...roles, ...overlays])
    faults.unknown(
      part.code,
      'sources',
      part.sources.map((source) => source.document),
      documents,
    );
  for (const { kind, sources } of controls)
    faults.unknown(
      kind,
      'sources',
      sources.map((source) => source.document),
      documents,
    );
  for (const { from, to, source } of model.flows)
    faults.unknown(`${from} to ${to}`, 'flows.source', [source.document], documents);
}

function checkFunctions(faults: ModelFaults, model: ReferenceModel): void {
  const domains = new Set(model.domains.map(({ code }) => code));
  const processes = new Map(model.processes.map((process) => [process.code, process.domain]));
  const known = new Set(processes.keys());
  for (const { code, primary, secondary, parties } of model.functions) {
    for (const [field, reach] of Object.entries({ primary, secondary })) {
      faults.unknown(code, `${field}.domains`, reach.domains, domains);
      faults.unknown(code, `${field}.processes`, reach.processes, known);
    }
    if (parties) checkResponsibility(faults, code, 'parties', parties);
  }
}

function checkOverlays(faults: ModelFaults, model: ReferenceModel): void {
  const processes = new Set(model.processes.map(({ code }) => code));
  for (const { code, on, outcomes, activities } of model.overlays) {
    faults.unknown(code, 'on', on, processes);
    const known = new Set(activities.map((activity) => activity.code));
    for (const outcome of outcomes)
      faults.unknown(code, `outcomes.${outcome.code}.activities`, outcome.activities, known);
  }
}

function checkFlows(faults: ModelFaults, model: ReferenceModel): void {
  const ends = new Set([...model.domains, ...model.functions, ...model.processes].map(({ code }) => code));
  for (const { from, to } of model.flows) {
    faults.unknown(from, 'flows.from', [from], ends);
    faults.unknown(from, 'flows.to', [to], ends);
    if (from === to) faults.add(from, 'flows.to', 'leads back to where it comes from.');
  }
  faults.repeated(
    model.code,
    'flows',
    model.flows.map(({ from, to, what }) => `${from} to ${to}: ${what}`),
  );
}

/** What a model says that cannot be right: each fault names process and field. None: the model can be used. */
export function checkModel(model: ReferenceModel): readonly Problem[] {
  const faults = new ModelFaults();
  const { code, documents, domains, functions, roles, controls, overlays, processes } = model;
  for (const [field, parts] of Object.entries({ documents, domains, functions, roles, overlays, processes }))
    faults.repeated(
      code,
      field,
      parts.map((part) => part.code),
    );
  faults.repeated(
    code,
    'controls',
    controls.map(({ kind }) => kind),
  );
  for (const field of ['outcomes', 'activities'] as const)
    faults.repeated(
      code,
      field,
      [...processes, ...overlays].flatMap((process) => process[field].map((part) => part.code)),
    );
  for (const process of processes) checkProcess(faults, process, model);
  checkSources(faults, model);
  checkFunctions(faults, model);
  checkOverlays(faults, model);
  checkFlows(faults, model);
  return faults.problems;
}
