import type { Catalogue } from './catalogue.ts';
import { repeated, unknownAmong, type Findings } from './findings.ts';
import { doneAction, isPrimary, type Lifecycle, type Touch, type Transition } from './lifecycle.ts';
import type { ProcessDefinition } from './process.ts';
import type { RecordType } from './record-type.ts';

/** The table of states and transitions: complete, without dead ends, and every name in it known. */
export function checkLifecycle(
  process: ProcessDefinition,
  type: RecordType,
  catalogue: Catalogue,
  found: Findings,
): void {
  const { lifecycle } = type;
  const activities = process.activities.map(({ code }) => code);
  checkStates(lifecycle, found);
  checkActions(lifecycle, found);
  for (const transition of lifecycle.transitions) {
    const tell = (fault: string) => found.transition(nameOf(transition), fault);
    checkTransition(transition, type, tell);
    if (transition.activity !== undefined) {
      for (const code of unknownAmong([transition.activity], activities)) {
        tell(`it performs ${code}, which is not an activity of ${process.code}.`);
      }
    }
    checkTouches(transition.touches ?? {}, type, catalogue, tell);
  }
  checkTouches(type.onCreate?.touches ?? {}, type, catalogue, (fault) => found.at('onCreate', fault));
}

function nameOf({ action, from, to }: Transition): string {
  return `${action} (${from.join(', ')} → ${to})`;
}

function checkTransition(transition: Transition, type: RecordType, tell: (fault: string) => void): void {
  const { from, to, label, permit, primary, needs = [], offers = [] } = transition;
  const states = Object.keys(type.lifecycle.states);
  if (!label.trim()) tell('it has no label.');
  if (!permit.label || !permit.givenBy) tell('its right has no label or nobody gives it.');
  if (from.length === 0) tell('it starts from no state.');
  for (const state of unknownAmong(from, states)) tell(`it starts from “${state}”, which is not a state.`);
  if (Array.isArray(primary)) {
    for (const state of unknownAmong(primary, from))
      tell(`it is primary in “${state}”, from which it does not start.`);
  }
  if (to !== 'same' && !states.includes(to)) tell(`it leads to “${to}”, which is not a state.`);
  for (const field of unknownAmong([...needs, ...offers], Object.keys(type.fields))) {
    tell(`it asks for field “${field}”, which is not declared.`);
  }
  const actions = type.lifecycle.transitions.map(({ action }) => action);
  for (const field of Object.keys(transition.notBy ?? {})) {
    const done = doneAction(field);
    if (done !== undefined) {
      if (!actions.includes(done)) tell(`it is barred to whoever did “${done}”, which is no action.`);
    } else if (field !== 'createdBy' && type.fields[field]?.kind !== 'reference')
      tell(`it is barred to whoever stands in “${field}”, which is no reference.`);
  }
  for (const field of repeated([...needs, ...offers])) tell(`it asks for field “${field}” twice.`);
}

function checkStates(lifecycle: Lifecycle, found: Findings): void {
  const { initial, states, transitions } = lifecycle;
  const tell = (state: string, fault: string) => found.at(`lifecycle.states.${state}`, fault);
  if (!Object.hasOwn(states, initial)) found.at('lifecycle.initial', `“${initial}” is not a state.`);
  const reachable = reach(lifecycle, [initial]);
  const finals = Object.keys(states).filter((state) => states[state]?.final);
  for (const [name, state] of Object.entries(states)) {
    if (!state.label.trim()) tell(name, 'it has no label.');
    if (!reachable.has(name)) tell(name, 'no way leads to it.');
    if (state.final) {
      if (state.class === 'open' || state.class === 'waiting')
        tell(name, 'it is final, and counts as work to do.');
      continue;
    }
    const hasWayOut = transitions.some(({ from, to }) => from.includes(name) && to !== 'same' && to !== name);
    if (!hasWayOut) tell(name, 'no way leads out of it, and it is not declared final.');
    else if (finals.length > 0 && !finals.some((final) => reach(lifecycle, [name]).has(final))) {
      tell(name, 'no way leads from it to a final state.');
    }
  }
}

/** All states that can be reached, those to start from included. */
function reach({ transitions }: Lifecycle, start: readonly string[]): ReadonlySet<string> {
  const reached = new Set(start);
  for (const state of reached) {
    for (const { from, to } of transitions) if (to !== 'same' && from.includes(state)) reached.add(to);
  }
  return reached;
}

function checkActions({ states, transitions }: Lifecycle, found: Findings): void {
  for (const state of Object.keys(states)) {
    const here = transitions.filter(({ from }) => from.includes(state));
    for (const action of repeated(here.map((transition) => transition.action))) {
      found.transition(action, `it is there twice from state “${state}”.`);
    }
    // What is shown at times only takes the place of the usual step then.
    const primary = here.filter((transition) => !transition.shown && isPrimary(transition, state));
    if (primary.length > 1) {
      const actions = primary.map((transition) => transition.action).join(', ');
      found.transition(actions, `state “${state}” has more than one primary action.`);
    }
  }
}

/** Records that a transition, the making of a record or a rule looks at. */
export function checkTouches(
  touches: Readonly<Record<string, Touch>>,
  type: RecordType,
  catalogue: Catalogue,
  tell: (fault: string) => void,
): void {
  for (const [name, touch] of Object.entries(touches)) {
    if ('field' in touch) {
      if (!leadsTo(type, touch.field))
        tell(`“${name}” reads field “${touch.field}”, which is not a reference.`);
      continue;
    }
    const other = catalogue.type(touch.type);
    if (!other) {
      tell(`“${name}” reads records of “${touch.type}”, which is not a record type.`);
      continue;
    }
    const { by, through } = touch;
    const named = through === undefined ? [type.name] : leadsTo(type, through);
    if (!named) tell(`“${name}” goes through field “${String(through)}”, which is not a reference.`);
    else if (!leadsTo(other, by)?.some((to) => named.includes(to))) {
      tell(
        `“${name}” looks for ${touch.type} by field “${by}”, which does not lead to ${named.join(' or ')}.`,
      );
    }
  }
}

/** The types that a reference field leads to; undefined where it is none. */
function leadsTo(type: RecordType, name: string): readonly string[] | undefined {
  const field = type.fields[name];
  return field?.kind === 'reference' || field?.kind === 'references' ? field.to : undefined;
}
