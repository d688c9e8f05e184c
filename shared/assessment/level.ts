import {
  attributesOf,
  levels,
  levelNames,
  processAttributes,
  type AttributeCode,
  type Level,
} from './attributes.ts';
import { plainOf } from './scale.ts';
import { notRated, type Assessed } from './value.ts';

export type AttributeRatings = Readonly<Partial<Record<AttributeCode, Assessed>>>;

export interface CapabilityLevel {
  /** The highest level that the ratings prove. */
  readonly level: Level;
  /** What keeps the process from the next level; undefined at level 5. */
  readonly stoppedBy?: { readonly attribute: AttributeCode; readonly because: Obstacle };
  /** Whether it may become more once everything is rated: what stops it is not rated, or does not apply. */
  readonly isOpen: boolean;
  /** Attributes up to this level of which some values were not rated. */
  readonly incomplete: readonly AttributeCode[];
  /** In words: "Level 1, Performed: PA 2.1 is P." */
  readonly reason: string;
}

/** `low`: its own level asks for L or F. `notFull`: a level above its own asks for F. */
export type Obstacle = 'low' | 'notFull' | 'notRated' | 'notApplicable';

/**
 * Level n is reached when each attribute of level n is L or F and each of all lower levels is F. Source: ISO/IEC 33020, clause 5.6.
 */
export function capabilityLevel(ratings: AttributeRatings): CapabilityLevel {
  let reached: Level = 0;
  for (const level of levels) {
    const stop = firstObstacle(ratings, level);
    if (stop) return atLevel(ratings, reached, stop);
    reached = level;
  }
  return atLevel(ratings, reached);
}

type Stop = NonNullable<CapabilityLevel['stoppedBy']>;

function firstObstacle(ratings: AttributeRatings, level: Level): Stop | undefined {
  const stops = processAttributes
    .filter((attribute) => attribute.level <= level)
    .flatMap(({ code, level: own }): Stop[] => {
      const because = obstacle(ratings[code] ?? notRated, own === level);
      return because ? [{ attribute: code, because }] : [];
    });
  // What is known to be too low decides before what nobody has looked at.
  return stops.find(({ because }) => because === 'low' || because === 'notFull') ?? stops[0];
}

function obstacle(value: Assessed, isOwnLevel: boolean): Obstacle | undefined {
  if (value.kind !== 'rated') return value.kind;
  const rating = plainOf(value.rating);
  if (rating === 'F') return undefined;
  if (isOwnLevel) return rating === 'L' ? undefined : 'low';
  return 'notFull';
}

function atLevel(ratings: AttributeRatings, level: Level, stoppedBy?: Stop): CapabilityLevel {
  const incomplete = levels
    .filter((one) => one <= level)
    .flatMap((one) => attributesOf(one))
    .flatMap(({ code }) => {
      const value = ratings[code];
      return value?.kind === 'rated' && value.missing ? [code] : [];
    });
  const isOpen = stoppedBy?.because === 'notRated' || stoppedBy?.because === 'notApplicable';
  const why = stoppedBy ? words(ratings, stoppedBy) : 'all attributes are as level 5 asks';
  const name = `Level ${level}, ${levelNames[level]}`;
  return { level, ...(stoppedBy ? { stoppedBy } : {}), isOpen, incomplete, reason: `${name}: ${why}.` };
}

function words(ratings: AttributeRatings, { attribute, because }: Stop): string {
  const value = ratings[attribute];
  const rating = value?.kind === 'rated' ? value.rating : '';
  switch (because) {
    case 'low':
      return `PA ${attribute} is ${rating}`;
    case 'notFull':
      return `PA ${attribute} is ${rating}, and any higher level asks for F`;
    case 'notRated':
      return `PA ${attribute} is not rated`;
    case 'notApplicable':
      return `PA ${attribute} was held not to apply, so the next level cannot be shown`;
  }
}
