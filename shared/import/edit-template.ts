import type { Catalogue } from '../definition/catalogue.ts';
import type { RecordType } from '../definition/record-type.ts';
import { columnRule, matchHeadings } from './auto-map.ts';
import {
  ownValue,
  type ActRule,
  type ColumnRule,
  type EventRules,
  type ImportMode,
  type ImportTemplate,
  type StateRule,
} from './template.ts';

/** The same without one of its parts. */
function omit<Whole extends object, Part extends keyof Whole>(whole: Whole, part: Part): Omit<Whole, Part> {
  const rest: Partial<Whole> = { ...whole };
  delete rest[part];
  return rest as Omit<Whole, Part>;
}

/** Gives a column to a field, or to nothing. A field has one column: the one that had it before lets go. */
export function withField(
  template: ImportTemplate,
  column: string,
  field: string,
  type: RecordType,
  catalogue: Catalogue,
): ImportTemplate {
  const others = template.columns.filter((rule) => rule.column !== column && rule.field !== field);
  const columns = field === '' ? others : [...others, columnRule(column, field, type, catalogue)];
  return withActs({ ...template, columns }, type);
}

/** Changes the rule of one column. */
export function withRule(
  template: ImportTemplate,
  column: string,
  change: Partial<ColumnRule>,
): ImportTemplate {
  const columns = template.columns.map((rule) => (rule.column === column ? { ...rule, ...change } : rule));
  return { ...template, columns };
}

/** Says what a value of the source stands for; '' for nothing, undefined to leave it to the declaration. */
export function withValue(
  template: ImportTemplate,
  column: string,
  from: string,
  to: string | undefined,
): ImportTemplate {
  const rule = template.columns.find((candidate) => candidate.column === column);
  const values = { ...rule?.values };
  if (to === undefined) delete values[from];
  else values[from] = to;
  return withRule(template, column, { values });
}

/** The key: its column holds the value of `externalReference`, or of the field that the column is given to. */
export function withKey(template: ImportTemplate, column: string, type: RecordType): ImportTemplate {
  const rest = omit(template, 'key');
  if (column === '') return rest;
  const mapped = template.columns.find((rule) => rule.column === column)?.field;
  const isText = mapped !== undefined && type.fields[mapped]?.kind === 'text';
  return { ...rest, key: { column, field: isText ? mapped : 'externalReference' } };
}

export function withMode(
  template: ImportTemplate,
  mode: ImportMode,
  type: RecordType,
  headings: readonly string[],
): ImportTemplate {
  const { events, ...rest } = template;
  if (mode === 'records') return { ...rest, mode };
  return withActs({ ...rest, mode, events: events ?? draftEvents(type, headings) }, type);
}

/** First rules for a history: what the headings tell. */
function draftEvents(type: RecordType, headings: readonly string[]): EventRules {
  const heading = new Map([...matchHeadings(type, headings)].map(([name, field]) => [field, name]));
  const actor = heading.get('updatedBy');
  const time = heading.get('createdAt');
  const opener = heading.get('createdBy');
  return {
    time: heading.get('updatedAt') ?? '',
    ...(actor === undefined ? {} : { actor }),
    opened: { ...(time === undefined ? {} : { time }), ...(opener === undefined ? {} : { actor: opener }) },
    state: { column: heading.get('state') ?? '', states: {} },
    acts: [],
    figures: [],
    ignored: [],
  };
}

/** Fields that people cannot edit are written by the action that takes them: `assign` writes the team. */
export function withActs(template: ImportTemplate, type: RecordType): ImportTemplate {
  const { events } = template;
  if (!events) return template;
  const kept = events.acts.filter((act) => act.count !== undefined);
  const written = new Set(kept.flatMap((act) => act.fields));
  const acts = new Map<string, string[]>();
  for (const { field } of template.columns) {
    if (!type.fields[field]?.readOnly || written.has(field)) continue;
    const transition = type.lifecycle.transitions.find(({ to, needs = [], offers = [] }) => {
      return to === 'same' && [...needs, ...offers].includes(field);
    });
    if (transition) acts.set(transition.action, [...(acts.get(transition.action) ?? []), field]);
  }
  const made = [...acts].map(([action, fields]): ActRule => ({ action, fields }));
  return { ...template, events: { ...events, acts: [...kept, ...made] } };
}

export function withEvents(template: ImportTemplate, change: Partial<EventRules>): ImportTemplate {
  return template.events ? { ...template, events: { ...template.events, ...change } } : template;
}

/** Gives a part of the history its column; '' for none. */
export function withEventColumn(
  template: ImportTemplate,
  part: 'actor' | 'sequence',
  heading: string,
): ImportTemplate {
  const { events } = template;
  if (!events) return template;
  const rest = omit(events, part);
  return { ...template, events: heading === '' ? rest : { ...rest, [part]: heading } };
}

/** Gives the opening its column for time or actor; '' for none. */
export function withOpening(
  template: ImportTemplate,
  part: 'time' | 'actor',
  heading: string,
): ImportTemplate {
  const rest = omit(template.events?.opened ?? {}, part);
  return withEvents(template, { opened: heading === '' ? rest : { ...rest, [part]: heading } });
}

/** Says which state here answers to a state of the source. */
export function withState(
  template: ImportTemplate,
  from: string,
  rule: StateRule | undefined,
): ImportTemplate {
  const { events } = template;
  if (!events) return template;
  const states = { ...events.state.states };
  if (rule) states[from] = rule;
  else delete states[from];
  return withEvents(template, { state: { ...events.state, states } });
}

/** States of the source that have no answer yet get the one of the same name. */
export function withNamedStates(
  template: ImportTemplate,
  type: RecordType,
  values: readonly string[],
): ImportTemplate {
  return values.reduce((changed, value) => {
    if (ownValue(changed.events?.state.states, value)) return changed;
    const wanted = value.trim().toLowerCase();
    const state = Object.entries(type.lifecycle.states).find(
      ([name, { label }]) => name.toLowerCase() === wanted || label.toLowerCase() === wanted,
    )?.[0];
    return state === undefined ? changed : withState(changed, value, { is: [state] });
  }, template);
}

export function withFixed(template: ImportTemplate, field: string, text: string): ImportTemplate {
  const fixed = { ...template.fixed };
  if (text === '') delete fixed[field];
  else fixed[field] = text;
  return { ...template, fixed };
}
