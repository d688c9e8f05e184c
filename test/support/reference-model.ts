import type { LibraryProcess, ReferenceModel } from '#shared/library/model.ts';

const source = { document: 'DOC', section: '1' };

/** A process without fault, to be spoilt by a test. */
export function soundProcess(changes: Partial<LibraryProcess> = {}): LibraryProcess {
  return {
    code: 'AA',
    name: 'First process',
    domain: 'D',
    purpose: 'Does something useful.',
    scope: { in: ['All of it'], out: ['Nothing else'] },
    outcomes: [{ code: 'AA-O1', text: 'Something is there', evidence: 'The thing' }],
    activities: [
      {
        code: 'AA1',
        name: 'Do',
        does: 'Do it.',
        tasks: ['Begin', 'End'],
        raci: { accountable: ['owner'], responsible: ['doer'], consulted: [], informed: [] },
      },
    ],
    roles: [{ code: 'doer', name: 'Doer', does: 'Does it.' }],
    benefits: ['It is done'],
    metrics: [{ factor: 'Done', indicator: 'How much', metric: 'Share', measures: ['done', 'all'] }],
    clauses: [source],
    sources: [
      { part: 'purpose', ...source },
      { part: 'outcomes', ...source },
    ],
    ...changes,
  };
}

/** A small model without fault: one domain, two processes, a flow each way. */
export function soundModel(changes: Partial<ReferenceModel> = {}): ReferenceModel {
  const second = soundProcess({
    code: 'BB',
    name: 'Second process',
    outcomes: [{ code: 'BB-O1', text: 'Something else is there', evidence: 'The other thing' }],
    activities: [],
  });
  return {
    format: 1,
    code: 'MODEL',
    name: 'A model',
    note: 'For tests.',
    documents: [{ code: 'DOC', title: 'A document' }],
    domains: [{ code: 'D', name: 'A domain', purpose: 'Holds processes.', metrics: [], sources: [source] }],
    functions: [],
    roles: [{ code: 'owner', name: 'Owner', does: 'Answers for it.', sources: [source] }],
    controls: [],
    overlays: [],
    processes: [soundProcess(), second],
    flows: [
      { from: 'AA', to: 'BB', what: 'Something', source },
      { from: 'BB', to: 'AA', what: 'Something back', source },
    ],
    ...changes,
  };
}
