import type { Lifecycle, Transition } from '../definition/lifecycle.ts';
import type { RecordType } from '../definition/record-type.ts';
import type { FieldValue, FieldValues } from '../definition/values.ts';
import { shortestPath } from '../engine/lifecycle.ts';
import { literal } from './read-value.ts';
import type { StateRule } from './template.ts';

/** Values that go with a state of the source. */
export function stateFields(type: RecordType, rule: StateRule): FieldValues {
  const values: Record<string, FieldValue> = {};
  for (const [name, text] of Object.entries(rule.fields ?? {})) {
    const field = type.fields[name];
    if (field) values[name] = literal(field, text);
  }
  return values;
}

/** The acts that lead to the first state of a rule, ending with the action it names; undefined where none do. */
export function pathTo(
  lifecycle: Lifecycle,
  from: string,
  rule: StateRule,
): readonly Transition[] | undefined {
  const to = rule.is[0];
  if (to === undefined) return undefined;
  if (rule.by === undefined) return shortestPath(lifecycle, from, to);
  const paths = lifecycle.transitions
    .filter((transition) => transition.action === rule.by && transition.to === to)
    .flatMap((last) =>
      last.from.flatMap((state) => {
        const way = shortestPath(lifecycle, from, state);
        return way ? [[...way, last]] : [];
      }),
    );
  return paths.reduce<readonly Transition[] | undefined>(
    (best, path) => (best && best.length <= path.length ? best : path),
    undefined,
  );
}

/** An action that keeps the state, or comes back to it, and takes these fields. */
export function stayingAct(
  lifecycle: Lifecycle,
  state: string,
  fields: readonly string[],
): Transition | undefined {
  return lifecycle.transitions.find((transition) => {
    const takes = [...(transition.needs ?? []), ...(transition.offers ?? [])];
    const stays = transition.to === 'same' || transition.to === state;
    return stays && transition.from.includes(state) && fields.every((field) => takes.includes(field));
  });
}
