/** Where a statement comes from: the code of a document of the model, and a place in it. */
export interface Source {
  readonly document: string;
  readonly section: string;
}

/** The parts of a process that have sources of their own. */
export const processParts = [
  'purpose',
  'scope',
  'benefits',
  'outcomes',
  'activities',
  'roles',
  'parties',
  'metrics',
] as const;
export interface PartSource extends Source {
  readonly part: (typeof processParts)[number];
}

/** Who answers: names of organisations, or codes of roles. Exactly one is accountable; the checker holds that. */
export interface Responsibility {
  readonly accountable: readonly string[];
  readonly responsible: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
}

/** Critical success factor, key performance indicator, metric and its measures. */
export interface LibraryMetric {
  readonly factor: string;
  readonly indicator: string;
  readonly metric: string;
  readonly measures: readonly string[];
}

export interface Outcome {
  /** IM-O1 */
  readonly code: string;
  readonly text: string;
  /** What an assessor can look at to see whether the outcome is there (PA 1.1). */
  readonly evidence: string;
}

/** The activities that all processes have in common. */
export const controlKinds = ['establish', 'monitor', 'evaluate'] as const;
export type ControlKind = (typeof controlKinds)[number];

export interface LibraryActivity {
  readonly code: string;
  readonly name: string;
  readonly does: string;
  /** Empty where the tasks are those of the common control activity. */
  readonly tasks: readonly string[];
  readonly control?: ControlKind;
  /** Codes of roles of the process or of the model. */
  readonly raci: Responsibility;
}

export interface LibraryRole {
  readonly code: string;
  readonly name: string;
  readonly does: string;
}

export interface LibraryProcess {
  readonly code: string;
  readonly name: string;
  readonly domain: string;
  readonly purpose: string;
  readonly scope: { readonly in: readonly string[]; readonly out: readonly string[] };
  readonly outcomes: readonly Outcome[];
  readonly activities: readonly LibraryActivity[];
  readonly roles: readonly LibraryRole[];
  /** Organisations that answer for the process as a whole, where the source names them. */
  readonly parties?: Responsibility;
  readonly benefits: readonly string[];
  readonly metrics: readonly LibraryMetric[];
  /** Clauses of a standard that ask for this process. */
  readonly clauses: readonly Source[];
  readonly sources: readonly PartSource[];
}

/** Domains of a function and the processes in them that it works for. */
export interface FunctionReach {
  readonly domains: readonly string[];
  readonly processes: readonly string[];
}

export interface LibraryFunction {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
  readonly scope: string;
  readonly benefits: readonly string[];
  readonly primary: FunctionReach;
  readonly secondary: FunctionReach;
  readonly parties?: Responsibility;
  readonly sources: readonly Source[];
}

export interface LibraryDomain {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
  readonly metrics: readonly LibraryMetric[];
  readonly sources: readonly Source[];
}

export interface CommonControl {
  readonly kind: ControlKind;
  readonly name: string;
  readonly does: string;
  readonly tasks: readonly { readonly name: string; readonly does: string }[];
  readonly sources: readonly Source[];
}

/** A way of working that lies over some processes. */
export interface Overlay {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
  /** Codes of the processes it lies over. */
  readonly on: readonly string[];
  readonly outcomes: readonly {
    readonly code: string;
    readonly text: string;
    /** Activities of the overlay that bring the outcome about. */
    readonly activities: readonly string[];
  }[];
  readonly activities: readonly {
    readonly code: string;
    readonly name: string;
    readonly does: string;
    readonly tasks: readonly string[];
  }[];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly sources: readonly Source[];
}

/** What one process, function or domain gives to another. Written once; each end shows it. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly source: Source;
}

/** A set of processes to work and to assess by. */
export interface ReferenceModel {
  readonly format: 1;
  readonly code: string;
  readonly name: string;
  /** Version or year; a unit that keeps the model can name it otherwise. */
  readonly edition?: string;
  readonly note: string;
  readonly documents: readonly { readonly code: string; readonly title: string }[];
  readonly domains: readonly LibraryDomain[];
  readonly functions: readonly LibraryFunction[];
  /** Roles that any process may name. */
  readonly roles: readonly (LibraryRole & { readonly sources: readonly Source[] })[];
  readonly controls: readonly CommonControl[];
  readonly overlays: readonly Overlay[];
  readonly processes: readonly LibraryProcess[];
  readonly flows: readonly Flow[];
}
