import type { FoldState } from '../changelog/fold-state.ts';
import { projectRecord } from '../changelog/project.ts';
import type { RecordView } from '../definition/record.ts';
import { assignmentOf, type Assignment } from '../engine/assignments.ts';
import { roleFaultOf, roleTypes, touchesRoles } from '../engine/role-checks.ts';
import { shapeOf } from '../engine/shape.ts';
import { locate } from '../kernel/errors.ts';
import type { ImportedFact } from './imported.ts';
import type { Mapping } from './mapping.ts';
import type { Planned } from './known.ts';

interface RoleWatchParts {
  readonly mapping: Mapping;
  /** Who imports, and when (epoch ms). */
  readonly actor: string;
  readonly now: number;
  readonly assignments: readonly Assignment[];
  /** Administrators, whom assignments name, and what rows may name. */
  readonly known: readonly RecordView[];
  readonly stateOf: (id: string) => FoldState | undefined;
}

/** May an import of the type give roles? */
export function mayGiveRoles({ type }: Mapping): boolean {
  return roleTypes.includes(type.name);
}

/** Refuses each row that a person could not do by hand, as if the rows were commands one after the other (IMP-19). */
export class RoleWatch {
  readonly #parts: RoleWatchParts;
  readonly #assignments: Map<string, Assignment>;
  readonly #views: Map<string, RecordView>;

  constructor(parts: RoleWatchParts) {
    this.#parts = parts;
    this.#assignments = new Map(parts.assignments.map((one) => [one.id, one]));
    this.#views = new Map(parts.known.map((view) => [view.id, view]));
  }

  /** The step, with the reason added where roles do not allow it. */
  judge({ plan, decided }: Planned): Planned {
    const { actor, now, mapping, stateOf } = this.#parts;
    const { intentions, id, line } = decided.record;
    const state = stateOf(id);
    const before = this.#views.get(id) ?? (state && projectRecord(state, shapeOf(mapping.type)));
    const after = decided.fate === 'new' ? plan.view : before && imported(before, intentions);
    if (intentions.length === 0 || !after || !touchesRoles({ before, after })) return { plan, decided };
    this.#take(after);
    const fault = roleFaultOf([{ before, after }], {
      actor,
      now,
      assignments: [...this.#assignments.values()],
      people: [...this.#views.values()].filter(({ type }) => type === 'person'),
      view: (one) => this.#views.get(one),
    });
    if (!fault) return { plan, decided };
    if (before) this.#take(before);
    else this.#drop(after);
    return { plan, decided: { ...decided, problems: [...decided.problems, locate(fault, { line })] } };
  }

  #take(view: RecordView): void {
    this.#views.set(view.id, view);
    const assignment = view.type === 'assignment' ? assignmentOf(view) : undefined;
    if (assignment) this.#assignments.set(view.id, assignment);
  }

  #drop({ id }: RecordView): void {
    this.#views.delete(id);
    this.#assignments.delete(id);
  }
}

/** The record with what an import writes. */
function imported(before: RecordView, intentions: readonly ImportedFact[]): RecordView {
  return intentions.reduce((view, { body }) => {
    if (body.kind === 'note') return view;
    const fields = { ...view.fields, ...body.fields };
    return body.kind === 'act' ? { ...view, fields, state: body.to } : { ...view, fields };
  }, before);
}
