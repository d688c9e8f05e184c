import { processAttributes, type AttributeCode, type Level } from './attributes.ts';
import { rateAttribute, type RatingMethod } from './method.ts';
import { capabilityLevel, type AttributeRatings, type CapabilityLevel } from './level.ts';
import { refinedRatings, plainOf, plainRatings, isRefined } from './scale.ts';
import { notRated, type Assessed } from './value.ts';

/** An instance of a process, as it is assessed. */
export interface ScopeLine {
  readonly process: string;
  /** '' where the process is assessed as one. */
  readonly instance: string;
  readonly target: Exclude<Level, 0>;
}

/** What decides how an assessment comes to its result. */
export interface AssessmentPlan {
  readonly method: RatingMethod;
  readonly scope: readonly ScopeLine[];
}

/** An outcome, of a process or of an attribute, and what shows that it is reached, as far as the model says. */
export interface Item {
  readonly code: string;
  readonly text: string;
  /** What can be looked at to see an outcome of a process. */
  readonly evidence?: string;
  /** What is done to reach an outcome of an attribute, and what it leaves behind. */
  readonly practice?: string;
  readonly workProducts?: string;
}

/** What a reference model says there is to rate. */
export interface ItemSource {
  /** Outcomes of a process, for PA 1.1. Empty where the model does not know it. */
  readonly outcomes: (process: string) => readonly Item[];
  /** Outcomes of an attribute above PA 1.1. */
  readonly indicators: (attribute: AttributeCode) => readonly Item[];
}

/** One thing to rate. */
export interface Cell {
  readonly process: string;
  readonly attribute: AttributeCode;
  /** Code of the outcome; '' where the attribute is rated as a whole. */
  readonly item: string;
  /** '' where the process is rated as one. */
  readonly instance: string;
}

/** The same text for the same cell, and for no other. */
export function cellKey({ process, attribute, item, instance }: Cell): string {
  return JSON.stringify([process, attribute, item, instance]);
}

/** Everything that is to be rated, process by process, attribute by attribute up to the target level, in the order of the model. */
export function cellsOf(plan: AssessmentPlan, source: ItemSource): readonly Cell[] {
  return processesOf(plan).flatMap((process) =>
    attributesInScope(plan, process).flatMap((attribute) =>
      itemsOf(plan, source, process, attribute).flatMap((item) =>
        instancesOf(plan, process).map((instance) => ({ process, attribute, item, instance })),
      ),
    ),
  );
}

/** Processes in scope, each once, in the order of the plan. */
export function processesOf({ scope }: AssessmentPlan): readonly string[] {
  return [...new Set(scope.map(({ process }) => process))];
}

/** The highest target that the plan names for a process; 0 where it is not in scope. */
export function targetOf({ scope }: AssessmentPlan, process: string): Level {
  return scope
    .filter((line) => line.process === process)
    .reduce<Level>((highest, { target }) => (target > highest ? target : highest), 0);
}

export function attributesInScope(plan: AssessmentPlan, process: string): readonly AttributeCode[] {
  const target = targetOf(plan, process);
  return processAttributes.filter(({ level }) => level <= target).map(({ code }) => code);
}

export interface AttributeResult {
  readonly attribute: AttributeCode;
  readonly value: Assessed;
  /** How the value was made, in words. */
  readonly rule: string;
}

export interface ProcessResult {
  readonly process: string;
  readonly target: Level;
  readonly attributes: readonly AttributeResult[];
  readonly capability: CapabilityLevel;
  /** Levels that are missing to the target; 0 where it is reached. */
  readonly gap: number;
}

/**
 * The capability profile: attributes and level of each process in scope.
 * @param agreed the agreed value of a cell; undefined where there is none.
 */
export function profileOf(
  plan: AssessmentPlan,
  source: ItemSource,
  agreed: (cell: Cell) => Assessed | undefined,
): readonly ProcessResult[] {
  return processesOf(plan).map((process) => {
    const attributes = attributesInScope(plan, process).map((attribute): AttributeResult => {
      const rows = itemsOf(plan, source, process, attribute).map((item) =>
        instancesOf(plan, process).map(
          (instance) => agreed({ process, attribute, item, instance }) ?? notRated,
        ),
      );
      return { attribute, ...rateAttribute(plan.method, { rows }) };
    });
    const ratings: AttributeRatings = Object.fromEntries(
      attributes.map(({ attribute, value }) => [attribute, value]),
    );
    const target = targetOf(plan, process);
    const capability = capabilityLevel(ratings);
    return { process, target, attributes, capability, gap: Math.max(0, target - capability.level) };
  });
}

/** How far several assessors are apart: 0 where all say the same; else the steps of the scale between lowest and highest. */
export function spreadOf(values: readonly Assessed[]): {
  readonly steps: number;
  readonly isMixed: boolean;
} {
  const rated = values.flatMap((value) => (value.kind === 'rated' ? [value.rating] : []));
  const middle = rated.filter((rating) => rating !== 'N' && rating !== 'F');
  const scale: readonly string[] =
    middle.length > 0 && middle.every(isRefined) ? refinedRatings : plainRatings;
  const places = rated.map((rating) => scale.indexOf(scale === plainRatings ? plainOf(rating) : rating));
  const isMixed = rated.length > 0 && values.some(({ kind }) => kind === 'notApplicable');
  return { steps: places.length > 0 ? Math.max(...places) - Math.min(...places) : 0, isMixed };
}

/** Is what the team agreed on what none of its assessors said? Then it has to say why. False where nobody said anything. */
export function isNobodysOwn(agreed: Assessed, said: readonly Assessed[]): boolean {
  const answers = said.filter(({ kind }) => kind !== 'notRated');
  if (agreed.kind === 'notRated' || answers.length === 0) return false;
  return !answers.some((one) => isSameAnswer(one, agreed));
}

function isSameAnswer(one: Assessed, other: Assessed): boolean {
  return one.kind === 'rated' && other.kind === 'rated'
    ? one.rating === other.rating
    : one.kind === other.kind;
}

function itemsOf(
  { method }: AssessmentPlan,
  source: ItemSource,
  process: string,
  attribute: AttributeCode,
): readonly string[] {
  if (method.name !== 'R1') return [''];
  const items = attribute === '1.1' ? source.outcomes(process) : source.indicators(attribute);
  return items.map(({ code }) => code);
}

/** Instances in which a process is rated, as the method asks: '' where it is rated as one. */
export function instancesOf({ scope, method }: AssessmentPlan, process: string): readonly string[] {
  if (method.name === 'R3') return [''];
  return scope.filter((line) => line.process === process).map(({ instance }) => instance);
}
