import type { LibraryActivity, LibraryProcess, Outcome } from './model.ts';

/** How a unit departs from the model in one point. */
export interface Tailoring {
  /** Id of the record that says so. */
  readonly record: string;
  readonly process: string;
  readonly kind: 'outcome' | 'name' | 'notApplicable';
  /** Code of the outcome or activity it is about; '' for the process itself. */
  readonly code: string;
  /** The added outcome, or the local name; '' where something does not apply. */
  readonly text: string;
  /** Where an added outcome can be seen. */
  readonly evidence: string;
  readonly reason: string;
}

/** A part of a process with what the unit says about it. */
export type Tailored<Part> = Part & {
  readonly localName?: Tailoring;
  readonly notApplicable?: Tailoring;
};

export interface TailoredProcess {
  readonly self: Tailored<LibraryProcess>;
  readonly activities: readonly Tailored<LibraryActivity>[];
  /** Those of the model, then the unit's own. */
  readonly outcomes: readonly (Tailored<Outcome> & { readonly added?: Tailoring })[];
  /** Tailorings that name a code which the process does not have. */
  readonly lost: readonly Tailoring[];
}

/** A process as a unit has tailored it. Of two tailorings of the same part the later in the list counts. */
export function tailorProcess(process: LibraryProcess, all: readonly Tailoring[]): TailoredProcess {
  const own = all.filter((one) => one.process === process.code);
  const added = own.filter(({ kind }) => kind === 'outcome');
  const rest = own.filter(({ kind }) => kind !== 'outcome');
  const codes = new Set(['', ...[...process.outcomes, ...process.activities].map(({ code }) => code)]);
  const about = (code: string) => {
    const localName = rest.findLast((one) => one.kind === 'name' && one.code === code);
    const notApplicable = rest.findLast((one) => one.kind === 'notApplicable' && one.code === code);
    return { ...(localName ? { localName } : {}), ...(notApplicable ? { notApplicable } : {}) };
  };
  return {
    self: { ...process, ...about('') },
    activities: process.activities.map((activity) => ({ ...activity, ...about(activity.code) })),
    outcomes: [
      ...process.outcomes.map((outcome) => ({ ...outcome, ...about(outcome.code) })),
      ...added.map((one, index) => ({
        code: `${process.code}-L${String(index + 1)}`,
        text: one.text,
        evidence: one.evidence,
        added: one,
      })),
    ],
    lost: rest.filter(({ code }) => !codes.has(code)),
  };
}
