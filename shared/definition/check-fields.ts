import type { Catalogue } from './catalogue.ts';
import { clockColumnNames, systemColumnNames } from './column-names.ts';
import type { Choice, Field } from './field.ts';
import { repeated, unknownAmong, type Findings } from './findings.ts';
import type { RecordType } from './record-type.ts';

/** Fields, sections, derived values: sound in themselves and with distinct names. */
export function checkFields(type: RecordType, catalogue: Catalogue, found: Findings): void {
  const sections = type.sections.map(({ name }) => name);
  if (sections.length === 0) found.at('sections', 'there is none, so no form could show a field.');
  for (const name of repeated(sections)) found.at('sections', `“${name}” is there twice.`);
  checkNames(type, found);
  for (const [name, field] of Object.entries(type.fields)) {
    const tell = (fault: string) => found.field(name, fault);
    if (field.section !== undefined) {
      for (const lost of unknownAmong([field.section], sections))
        tell(`its section “${lost}” is not declared.`);
    }
    if ((field.boost ?? 0) < 0) tell('its search weight is below 0.');
    checkKind(field, catalogue, tell);
    if (field.kind === 'table') {
      const columns = Object.entries(field.columns);
      if (columns.length === 0) tell('the table has no columns.');
      for (const [column, declared] of columns) {
        checkKind(declared, catalogue, (fault) => tell(`column ${column}: ${fault}`));
      }
    }
    if (field.kind === 'reference' && field.acyclic && !field.to.includes(type.name)) {
      tell('it is to lead to no loop, but it does not lead to records of its own type.');
    }
    if (field.required === true && field.readOnly && field.default === undefined && !isInput(type, name)) {
      tell('it is required and read-only, and neither a default nor an action gives it a value.');
    }
  }
  for (const [name, { kind, choices = [] }] of Object.entries(type.derived)) {
    if (kind === 'choice') checkChoices(choices, (fault) => found.field(name, fault));
  }
}

function checkNames(type: RecordType, found: Findings): void {
  const own = Object.keys(type.fields);
  const derived = Object.keys(type.derived);
  const clocks = type.clocks.flatMap(({ name }) => clockColumnNames(name));
  for (const name of repeated([...systemColumnNames, ...own, ...derived, ...clocks])) {
    found.field(name, 'another field, derived value, clock or system column has this name.');
  }
  for (const name of [...own, ...derived]) {
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) found.field(name, 'its name is not in camel case.');
  }
}

function isInput(type: RecordType, field: string): boolean {
  return type.lifecycle.transitions.some(({ needs = [], offers = [] }) =>
    [...needs, ...offers].includes(field),
  );
}

function checkKind(field: Field, catalogue: Catalogue, tell: (fault: string) => void): void {
  if (!field.label.trim()) tell('it has no label.');
  switch (field.kind) {
    case 'choice':
      checkChoices(field.choices, tell);
      if (typeof field.default === 'string' && !field.choices.some(({ value }) => value === field.default)) {
        tell(`its default “${field.default}” is not among its choices.`);
      }
      return;
    case 'text':
    case 'longText':
      if (field.maxLength !== undefined && !(field.maxLength > 0))
        tell('its greatest length is not above 0.');
      // Such expressions remember where they stopped, so every second check would fail.
      if (field.kind === 'text' && field.pattern && /[gy]/.test(field.pattern.regex.flags)) {
        tell('its pattern has the flag g or y.');
      }
      return;
    case 'integer':
    case 'number':
      if ((field.min ?? -Infinity) > (field.max ?? Infinity)) tell('its least value is above its greatest.');
      return;
    case 'reference':
    case 'references':
      if (field.to.length === 0) tell('it leads to no record type.');
      for (const lost of field.to.filter((name) => !catalogue.type(name))) {
        tell(`it leads to “${lost}”, which is not a record type.`);
      }
      return;
    default:
  }
}

function checkChoices(choices: readonly Choice[], tell: (fault: string) => void): void {
  if (choices.length === 0) tell('it has no choices.');
  for (const value of repeated(choices.map((choice) => choice.value)))
    tell(`choice “${value}” is there twice.`);
  for (const label of repeated(choices.map((choice) => choice.label))) {
    tell(`two choices are labelled “${label}”.`);
  }
  if (choices.some(({ value }) => value === ''))
    tell('a choice has no value; leaving a field empty needs none.');
}
