import type { Level } from './attributes.ts';
import type { ScopeLine } from './workbook.ts';

type Target = Exclude<Level, 0>;

/** A process in scope as people choose it: its target once, its instances by name. */
export interface ScopeChoice {
  readonly process: string;
  readonly target: Target;
  /** Names of instances; empty where the process is assessed as one. */
  readonly instances: readonly string[];
}

/** Reads the lines of a scope; of a process with several targets the highest counts. In the order of the lines. */
export function choicesOf(lines: readonly ScopeLine[]): readonly ScopeChoice[] {
  const processes = [...new Set(lines.map(({ process }) => process))];
  return processes.map((process) => {
    const own = lines.filter((line) => line.process === process);
    return {
      process,
      target: own.reduce<Target>((highest, { target }) => (target > highest ? target : highest), 1),
      instances: own.map(({ instance }) => instance).filter((instance) => instance !== ''),
    };
  });
}

/** The lines of a scope: one for each instance. */
export function linesOf(choices: readonly ScopeChoice[]): readonly ScopeLine[] {
  return choices.flatMap(({ process, target, instances }) =>
    (instances.length > 0 ? instances : ['']).map((instance) => ({ process, instance, target })),
  );
}

/** Puts processes in scope at a target level; those that are in scope keep their instances. */
export function withTarget(
  choices: readonly ScopeChoice[],
  processes: readonly string[],
  target: Target,
): readonly ScopeChoice[] {
  return [
    ...choices.map((choice) => (processes.includes(choice.process) ? { ...choice, target } : choice)),
    ...processes
      .filter((process) => !choices.some((choice) => choice.process === process))
      .map((process): ScopeChoice => ({ process, target, instances: [] })),
  ];
}

/** Takes processes out of scope. */
export function without(
  choices: readonly ScopeChoice[],
  processes: readonly string[],
): readonly ScopeChoice[] {
  return choices.filter(({ process }) => !processes.includes(process));
}

/** Names the instances of a process that is in scope, each once; text with commas or line ends between them. */
export function withInstances(
  choices: readonly ScopeChoice[],
  process: string,
  text: string,
): readonly ScopeChoice[] {
  const instances = [...new Set(text.split(/[,;\n]/).map((part) => part.trim()))].filter(
    (part) => part !== '',
  );
  return choices.map((choice) => (choice.process === process ? { ...choice, instances } : choice));
}

/** In the order of the model; processes that it does not know come last, as they stand. */
export function inModelOrder(
  choices: readonly ScopeChoice[],
  model: readonly string[],
): readonly ScopeChoice[] {
  const place = ({ process }: ScopeChoice) => {
    const found = model.indexOf(process);
    return found === -1 ? model.length : found;
  };
  return choices.toSorted((one, other) => place(one) - place(other));
}
