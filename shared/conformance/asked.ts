/** Who a service is offered to. Source: DoDI 8440.01, enclosure 4, table 1, and glossary. */
export type ServiceKind = 'enterprise' | 'component';

/** Phase of conformance that a service is in. */
export type Phase = 1 | 2 | 3;

export const phases: readonly Phase[] = [1, 2, 3];

/** What a provider gives with a statement. */
export type Part =
  | 'explanation'
  | 'levelDescription'
  | 'recommendation'
  | 'evaluation'
  | 'plan'
  | 'exception'
  | 'agreement'
  | 'serviceQuality'
  | 'managementCapability'
  | 'measuresJudged';

export const partLabels: Readonly<Record<Part, string>> = {
  explanation: 'Why it does not conform',
  levelDescription: 'Present level of conformance',
  recommendation: 'Improvement of the framework that would be conformed to',
  evaluation: 'What the framework tells for measuring and planning of one’s own',
  plan: 'Plan to take up practices of the framework, by priority',
  exception: 'Approved exception',
  agreement: 'Agreement to conform once the framework is improved',
  serviceQuality: 'Service quality, measured',
  managementCapability: 'Service management capability, measured',
  measuresJudged: 'What both measures say about conformance',
};

/** Where the service does not conform, cell by cell of the table. The last phase of enterprise services asks for measures in any case. */
const table: Readonly<Record<ServiceKind, Readonly<Record<Phase, readonly Part[]>>>> = {
  enterprise: {
    1: ['explanation', 'levelDescription', 'recommendation'],
    2: ['exception', 'levelDescription', 'recommendation', 'agreement'],
    3: ['serviceQuality', 'managementCapability', 'measuresJudged'],
  },
  component: {
    1: ['evaluation', 'recommendation'],
    2: ['plan', 'levelDescription', 'recommendation'],
    3: ['exception', 'levelDescription', 'recommendation', 'agreement'],
  },
};

/** What a statement has to hold, exactly as the table asks. */
export function partsAsked(kind: ServiceKind, phase: Phase, conforms: boolean): readonly Part[] {
  const isMeasured = kind === 'enterprise' && phase === 3;
  return conforms && !isMeasured ? [] : table[kind][phase];
}

/** Whether conforming is a question at all: in the last phase enterprise services are measured instead. */
export function mayConform(kind: ServiceKind, phase: Phase): boolean {
  return !(kind === 'enterprise' && phase === 3);
}

/** Who approves an exception: the DoD CIO, or whoever the component has named. */
export type Authority = 'dodCio' | 'component';

/**
 * Whose approval the table takes in a cell that asks for an exception. It names the DoD CIO for enterprise services in
 * phase 2, and nobody for services of one component in phase 3. Source: DoDI 8440.01, enclosure 4, table 1; enclosure 2, 1.f.
 */
export function authoritiesOf(kind: ServiceKind): readonly Authority[] {
  return kind === 'enterprise' ? ['dodCio'] : ['dodCio', 'component'];
}
