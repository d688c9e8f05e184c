import type { Lifecycle } from '../definition/lifecycle.ts';
import { canonicalJson } from '../kernel/canonical.ts';
import type { FieldConflict, LifeStep, OvertakenAct, RecordView } from '../definition/record.ts';
import type { FieldValue, FieldValues } from '../definition/values.ts';
import type { ActState, FoldState, HeadState } from './fold-state.ts';

/** What the projection needs of a declaration. */
export interface Shape {
  readonly lifecycle: Lifecycle;
  readonly migrate?: (fields: FieldValues, version: number) => FieldValues;
}

/**
 * Shows a fold state as a record under its declaration. Undefined while the entry that made the record has not arrived.
 */
export function projectRecord(state: FoldState, shape: Shape): RecordView | undefined {
  const { create } = state;
  if (!create) return undefined;
  const { life, overtaken } = judgeActs(state, shape.lifecycle);
  const fields: Record<string, FieldValue> = {
    ...(shape.migrate?.(create.fields, create.version) ?? create.fields),
  };
  const conflicts: FieldConflict[] = [];
  for (const [field, heads] of Object.entries(state.registers)) {
    const shown = heads[0];
    if (!shown) continue;
    fields[field] = shown.value;
    if (heads.some((head) => !sameValue(head.value, shown.value))) conflicts.push({ field, heads });
  }
  for (const [field, members] of Object.entries(state.sets)) fields[field] = Object.keys(members);
  return {
    id: state.id,
    type: state.type,
    number: create.number,
    state: life.at(-1)?.to ?? shape.lifecycle.initial,
    fields,
    life,
    conflicts,
    overtaken,
    createdAt: create.at,
    createdBy: create.actor,
    updatedAt: state.last.at,
    updatedBy: state.last.actor,
    noteCount: state.notes,
    minutesSpent: state.minutes,
    ...(state.stakeholderNoteAt === undefined ? {} : { lastStakeholderUpdateAt: state.stakeholderNoteAt }),
    ...(state.attachments ? { attachments: state.attachments } : {}),
  };
}

function sameValue(a: HeadState['value'], b: HeadState['value']): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

interface Node {
  readonly act: ActState;
  readonly parent: Node | undefined;
  readonly from: string;
  /** Entries that are this one act: the first and its twins from other replicas. */
  readonly refs: string[];
  /** Place in stamp order of the newest of them. */
  newest: number;
  hasFollowers: boolean;
}

/** FOLD-2: acts form a tree through their base; the legal branch with the newest tip is the record's life. */
function judgeActs(
  state: FoldState,
  lifecycle: Lifecycle,
): { life: readonly LifeStep[]; overtaken: readonly OvertakenAct[] } {
  const nodes = new Map<string, Node>();
  const twins = new Map<string, Node>();
  const illegal = new Set<string>();
  state.acts.forEach((act, place) => {
    const parent = nodes.get(act.base);
    const from = parent?.act.to ?? (act.base === state.create?.ref ? lifecycle.initial : undefined);
    if (from === undefined || !isLegal(lifecycle, act.action, from, act.to)) {
      illegal.add(act.ref);
      return;
    }
    // The same action to the same state after the same act is one act, from however many replicas it came.
    const kind = JSON.stringify([parent?.act.ref, act.action, act.to]);
    const node = twins.get(kind) ?? { act, parent, from, refs: [], newest: place, hasFollowers: false };
    twins.set(kind, node);
    node.refs.push(act.ref);
    node.newest = place;
    if (parent) parent.hasFollowers = true;
    nodes.set(act.ref, node);
  });
  const tips = [...nodes.values()].filter((node) => !node.hasFollowers);
  const path: Node[] = [];
  let node = tips.length > 0 ? tips.reduce((a, b) => (b.newest > a.newest ? b : a)) : undefined;
  for (; node; node = node.parent) path.unshift(node);
  const counted = new Set(path.flatMap((step) => step.refs));
  return {
    life: path.map(lifeStep),
    overtaken: state.acts.filter((act) => !counted.has(act.ref)).map((act) => setAside(act, illegal)),
  };
}

function lifeStep({ act, from }: Node): LifeStep {
  const { ref, action, to, at, actor, inputs } = act;
  return { ref, action, from, to, at, actor, inputs, ...(act.inferred ? { inferred: true } : {}) };
}

function setAside(act: ActState, illegal: ReadonlySet<string>): OvertakenAct {
  const { ref, action, to, at, actor } = act;
  return { ref, action, to, at, actor, why: illegal.has(ref) ? 'illegal' : 'overtaken' };
}

/** True where the lifecycle table allows `action` to lead from one state to the other. */
export function isLegal(lifecycle: Lifecycle, action: string, from: string, to: string): boolean {
  return lifecycle.transitions.some(
    (transition) =>
      transition.action === action &&
      transition.from.includes(from) &&
      (transition.to === 'same' ? to === from : transition.to === to),
  );
}
