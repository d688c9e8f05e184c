import { problem, type Problem } from '../kernel/errors.ts';

/** Collects the faults of a model, each with the process (or other part) and the field it stands in. */
export class ModelFaults {
  readonly problems: Problem[] = [];

  add(process: string, field: string, fault: string): void {
    this.problems.push(problem('OUT-LIB-001', { part: process, field, fault }));
  }

  /** Names the codes that come a second time. */
  repeated(process: string, field: string, codes: readonly string[]): void {
    for (const code of new Set(codes.filter((code, index) => codes.indexOf(code) !== index)))
      this.add(process, field, `“${code}” comes twice.`);
  }

  /** Names the codes that nothing has. */
  unknown(process: string, field: string, codes: readonly string[], known: ReadonlySet<string>): void {
    for (const code of codes)
      if (!known.has(code)) this.add(process, field, `nothing has the code “${code}”.`);
  }
}

/** A fault of a model as a line of a table; of the file as a whole where it names no part. */
export interface FaultLine {
  readonly part: string;
  readonly field: string;
  readonly fault: string;
}

export function faultLine({ message, what }: Problem): FaultLine {
  const { part = '', field = '' } = what ?? {};
  const place = `${part}, ${field}: `;
  return { part, field, fault: message.startsWith(place) ? message.slice(place.length) : message };
}
