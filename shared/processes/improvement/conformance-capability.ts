import type { ProcessResult } from '../../assessment/workbook.ts';

/** Capability of the processes that a service relies on. */
export interface ServiceCapability {
  readonly levels: readonly { readonly process: string; readonly level: number; readonly target: number }[];
  /** Processes that the service relies on and the assessment did not look at. */
  readonly notAssessed: readonly string[];
  /** The lowest level: a service is managed as well as the weakest of its processes. Undefined while a process was not assessed, or none was. */
  readonly lowest: number | undefined;
}

/** @param profile the result of the assessment. @param processes codes; none stands for all that were assessed. */
export function capabilityOf(
  profile: readonly ProcessResult[],
  processes: readonly string[],
): ServiceCapability {
  const wanted = processes.length > 0 ? processes : [...new Set(profile.map(({ process }) => process))];
  const levels = profile
    .filter(({ process }) => wanted.includes(process))
    .map(({ process, capability, target }) => ({ process, level: capability.level, target }));
  const notAssessed = wanted.filter((process) => !levels.some((level) => level.process === process));
  const isKnown = levels.length > 0 && notAssessed.length === 0;
  return {
    levels,
    notAssessed,
    lowest: isKnown ? Math.min(...levels.map(({ level }) => level)) : undefined,
  };
}

/** “Level 1, the lowest of IM 1, RF 2.” */
export function capabilityWords({ levels, notAssessed, lowest }: ServiceCapability): string {
  const each = levels.map(({ process, level }) => `${process} ${String(level)}`).join(', ');
  const missing = notAssessed.length === 0 ? '' : ` Not assessed: ${notAssessed.join(', ')}.`;
  if (lowest === undefined) return `${each === '' ? 'No level' : each}.${missing}`;
  return `Level ${String(lowest)}, the lowest of ${each}.`;
}
