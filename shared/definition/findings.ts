import { problem, type Problem } from '../kernel/errors.ts';
import type { ProcessDefinition } from './process.ts';
import type { RecordType } from './record-type.ts';

/** Collects the faults of one record type; each names process, type and place. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly #process: string;
  readonly #type: string;

  constructor(process: ProcessDefinition, type: RecordType) {
    this.#process = process.code;
    this.#type = type.name;
  }

  /** @param path within the record type, for example `views.list`. */
  at(path: string, fault: string): void {
    this.problems.push(
      problem('OUT-DEF-001', { process: this.#process, path: `${this.#type}.${path}`, fault }),
    );
  }

  field(field: string, fault: string): void {
    this.problems.push(
      problem('OUT-DEF-002', { process: this.#process, recordType: this.#type, field, fault }),
    );
  }

  transition(transition: string, fault: string): void {
    this.problems.push(
      problem('OUT-DEF-003', { process: this.#process, recordType: this.#type, transition, fault }),
    );
  }

  migration(version: number): void {
    this.problems.push(problem('OUT-DEF-006', { process: this.#process, recordType: this.#type, version }));
  }
}

/** Names that come a second time. */
export function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** Those that are not among the known ones. */
export function unknownAmong(names: readonly string[], known: readonly string[]): readonly string[] {
  return names.filter((name) => !known.includes(name));
}
