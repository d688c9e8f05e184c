/** Level of process capability, 0 (incomplete) to 5 (innovating). Source: ISO/IEC 33020, clause 5.2; DESMF 5.3.2. */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

export const levelNames: Readonly<Record<Level, string>> = {
  0: 'Incomplete',
  1: 'Performed',
  2: 'Managed',
  3: 'Established',
  4: 'Predictable',
  5: 'Innovating',
};

export const attributeCodes = ['1.1', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2', '5.1', '5.2'] as const;

/** Code of a process attribute, as in "PA 2.1". */
export type AttributeCode = (typeof attributeCodes)[number];

export interface ProcessAttribute {
  readonly code: AttributeCode;
  readonly level: Exclude<Level, 0>;
  readonly name: string;
}

/** All process attributes, by level. Those of PA 1.1 are rated by the outcomes of the process itself. */
export const processAttributes: readonly ProcessAttribute[] = [
  { code: '1.1', level: 1, name: 'Process performance' },
  { code: '2.1', level: 2, name: 'Performance management' },
  { code: '2.2', level: 2, name: 'Documented information management' },
  { code: '3.1', level: 3, name: 'Process definition' },
  { code: '3.2', level: 3, name: 'Process deployment' },
  { code: '4.1', level: 4, name: 'Quantitative analysis' },
  { code: '4.2', level: 4, name: 'Quantitative control' },
  { code: '5.1', level: 5, name: 'Process innovation' },
  { code: '5.2', level: 5, name: 'Process innovation implementation' },
];

/** Levels that can be reached, in the order in which they are. */
export const levels: readonly Exclude<Level, 0>[] = [1, 2, 3, 4, 5];

export function attributesOf(level: Level): readonly ProcessAttribute[] {
  return processAttributes.filter((attribute) => attribute.level === level);
}
