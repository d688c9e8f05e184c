import type { Flow, LibraryFunction, ReferenceModel } from './model.ts';

/** What comes to a process, function or domain, and what goes from it. */
export interface Interfaces {
  readonly inputs: readonly Flow[];
  readonly outputs: readonly Flow[];
}

export function interfacesOf(model: ReferenceModel, code: string): Interfaces {
  return {
    inputs: model.flows.filter(({ to }) => to === code),
    outputs: model.flows.filter(({ from }) => from === code),
  };
}

/** The functions that work for a process, those in their primary domain first. */
export function functionsFor(model: ReferenceModel, process: string): readonly LibraryFunction[] {
  const by = (reach: 'primary' | 'secondary') =>
    model.functions.filter((part) => part[reach].processes.includes(process));
  return [...new Set([...by('primary'), ...by('secondary')])];
}
