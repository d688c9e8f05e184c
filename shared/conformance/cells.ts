import { mayConform, partsAsked, phases, type Part, type Phase, type ServiceKind } from './asked.ts';

export const kindLabels: Readonly<Record<ServiceKind, string>> = {
  enterprise: 'Enterprise or shared service',
  component: 'Service for a single component',
};

export const kindHelp: Readonly<Record<ServiceKind, string>> = {
  enterprise:
    'One provider gives it to the whole enterprise, or more than one component or another agency uses it.',
  component: 'Only one component uses it.',
};

/** What a provider does for a part, to go on after “the provider”. */
const asks: Readonly<Record<Part, string>> = {
  explanation: 'says why they do not',
  levelDescription: 'describes how far they conform today',
  recommendation: 'names the change of the framework with which they could conform',
  evaluation: 'looks through the framework for what helps to plan its own measuring and capability',
  plan: 'makes a plan which practices to take up, and in which order',
  exception: 'gets an exception approved',
  agreement: 'agrees to conform once the framework is changed',
  serviceQuality: 'measures service quality',
  managementCapability: 'measures service management capability',
  measuresJudged: 'judges both against the framework',
};

/** One cell of the table, in our own words. */
export interface TableCell {
  readonly kind: ServiceKind;
  readonly phase: Phase;
  /** Whether it is enough to conform. */
  readonly mayConform: boolean;
  /** What the provider does, where it is not. */
  readonly steps: readonly { readonly part: Part; readonly words: string }[];
}

/** A cell with what it asks for. Source: DoDI 8440.01, enclosure 4, table 1. */
export function cellAt(kind: ServiceKind, phase: Phase): TableCell {
  const words = (part: Part): string =>
    part === 'exception' && kind === 'enterprise' ? `${asks[part]} by the DoD CIO` : asks[part];
  return {
    kind,
    phase,
    mayConform: mayConform(kind, phase),
    steps: partsAsked(kind, phase, false).map((part) => ({ part, words: words(part) })),
  };
}

/** The whole table, one line a service type. */
export const tableLines: readonly (readonly TableCell[])[] = (['enterprise', 'component'] as const).map(
  (kind) => phases.map((phase) => cellAt(kind, phase)),
);
