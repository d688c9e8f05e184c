import { levels, processAttributes, type AttributeCode, type Level } from './attributes.ts';
import { plainOf, type PlainRating } from './scale.ts';
import { notRated, type Assessed } from './value.ts';
import type { ProcessResult } from './workbook.ts';

/**
 * How far a level is known. `known`: nothing that is still to be rated could change it. `atTarget`: the target is reached, and nobody
 * looked further. `open`: it may be more once all up to the target is rated.
 */
export type Knowledge = 'known' | 'atTarget' | 'open';

export function knowledgeOf({ capability, target }: Pick<ProcessResult, 'capability' | 'target'>): Knowledge {
  if (!capability.isOpen) return 'known';
  return capability.level >= target ? 'atTarget' : 'open';
}

/** An attribute that is not as a level asks. */
export interface Need {
  readonly attribute: AttributeCode;
  readonly value: Assessed;
  readonly asks: PlainRating & ('L' | 'F');
}

/** Attributes that are not as a level asks: L or F of its own, F of all lower ones. */
export function needsOf({ attributes }: Pick<ProcessResult, 'attributes'>, level: Level): readonly Need[] {
  return processAttributes
    .filter((attribute) => attribute.level <= level)
    .flatMap(({ code, level: own }): Need[] => {
      const value = attributes.find(({ attribute }) => attribute === code)?.value ?? notRated;
      const asks = own === level ? 'L' : 'F';
      return isEnough(value, asks) ? [] : [{ attribute: code, value, asks }];
    });
}

function isEnough(value: Assessed, asks: Need['asks']): boolean {
  if (value.kind !== 'rated') return false;
  const rating = plainOf(value.rating);
  return rating === 'F' || rating === asks;
}

/** What is between a process and its target. */
export interface Gap {
  readonly result: ProcessResult;
  /** The level that comes next. */
  readonly next: Level;
  readonly forNext: readonly Need[];
  /** What the target asks besides. */
  readonly forTarget: readonly Need[];
}

/** Processes below their target: most levels missing first, then the lowest level, then in the order of the profile. */
export function gapsOf(profile: readonly ProcessResult[]): readonly Gap[] {
  return profile
    .filter(({ gap }) => gap > 0)
    .toSorted((one, other) => other.gap - one.gap || one.capability.level - other.capability.level)
    .map((result) => {
      const next = levels.find((level) => level > result.capability.level) ?? result.target;
      const forNext = needsOf(result, next);
      const forTarget = needsOf(result, result.target).filter(
        ({ attribute, asks }) => !forNext.some((need) => need.attribute === attribute && need.asks === asks),
      );
      return { result, next, forNext, forTarget };
    });
}
