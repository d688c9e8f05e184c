import type { Catalogue } from './catalogue.ts';
import { conditionFaults, sortFaults } from './check-query.ts';
import { columnNames } from './column-names.ts';
import { repeated, unknownAmong, type Findings } from './findings.ts';
import type { RecordType, Suggestion } from './record-type.ts';

const mostColumns = 8;

/** Views, suggestions and clocks: every column, field and type that they name exists. */
export function checkViews(type: RecordType, catalogue: Catalogue, found: Findings): void {
  const { list, sort, filters, subtitle = [] } = type.views;
  const columns = columnNames(type);
  for (const column of unknownAmong(list, columns)) found.at('views.list', `“${column}” is not a column.`);
  for (const column of repeated(list)) found.at('views.list', `“${column}” is there twice.`);
  if (list.length > mostColumns) found.at('views.list', `it has more than ${mostColumns} columns.`);
  for (const column of unknownAmong(subtitle, columns))
    found.at('views.subtitle', `“${column}” is not a column.`);
  for (const fault of sortFaults(sort, type)) found.at('views.sort', fault);
  for (const id of repeated(filters.map((filter) => filter.id)))
    found.at('views.filters', `“${id}” is there twice.`);
  for (const { id, query } of filters) {
    const faults = [...conditionFaults(query.where, type), ...sortFaults(query.sort ?? [], type)];
    for (const fault of faults) found.at(`views.filters.${id}`, fault);
  }
  const { by = [], filled = [] } = type.tally ?? {};
  for (const column of unknownAmong([...by, ...filled], columns))
    found.at('tally', `“${column}” is not a column.`);
  checkBoard(type, found);
  checkForms(type, found);
  for (const suggestion of type.suggestions ?? []) checkSuggestion(suggestion, type, catalogue, found);
  checkClocks(type, catalogue, found);
}

function checkBoard({ views, fields }: RecordType, found: Findings): void {
  const { board } = views;
  if (board === undefined || board === 'state' || fields[board]?.kind === 'choice') return;
  found.at('views.board', `“${board}” is neither the state nor a choice.`);
}

function checkForms(type: RecordType, found: Findings): void {
  const { quick, title } = type.views;
  for (const field of unknownAmong(quick, Object.keys(type.fields))) {
    found.at('views.quick', `“${field}” is not a field.`);
  }
  for (const field of quick.filter((name) => type.fields[name]?.readOnly)) {
    found.at('views.quick', `“${field}” cannot be filled in by hand.`);
  }
  for (const [name, { required, readOnly, default: standard }] of Object.entries(type.fields)) {
    const mustBeAsked = required === true && !readOnly && standard === undefined;
    if (mustBeAsked && !quick.includes(name)) {
      found.at('views.quick', `“${name}” is required and missing, so nothing could be saved.`);
    }
  }
  const field = type.fields[title];
  if (field?.kind !== 'text') found.at('views.title', `“${title}” is not a text field.`);
  else if (field.visibleTo)
    found.at('views.title', `“${title}” is hidden from some, and titles are shown to all.`);
}

function checkSuggestion(
  { label, watch, type: offered, where, fills }: Suggestion,
  type: RecordType,
  catalogue: Catalogue,
  found: Findings,
): void {
  const tell = (fault: string) => found.at(`suggestions.${label}`, fault);
  for (const field of unknownAmong(watch, Object.keys(type.fields)))
    tell(`it watches “${field}”, which is no field.`);
  const target = catalogue.type(offered);
  if (!target) tell(`it offers “${offered}”, which is not a record type.`);
  else for (const fault of conditionFaults(where, target)) tell(fault);
  const field = fills === undefined ? undefined : type.fields[fills];
  if (fills === undefined) return;
  const isFitting =
    (field?.kind === 'reference' || field?.kind === 'references') && field.to.includes(offered);
  if (!isFitting) tell(`it fills “${fills}”, which is no reference to ${offered}.`);
}

/** What a clock measures must be something that agreements can promise for this type. */
function checkClocks(type: RecordType, catalogue: Catalogue, found: Findings): void {
  for (const name of repeated(type.clocks.map((clock) => clock.name)))
    found.at(`clocks.${name}`, 'it is there twice.');
  if (type.clocks.length === 0) return;
  const targets = catalogue.type('agreement')?.fields['targets'];
  const columns = targets?.kind === 'table' ? targets.columns : {};
  const takes = (column: string, value: string): boolean => {
    const declared = columns[column];
    return declared?.kind === 'choice' && declared.choices.some((choice) => choice.value === value);
  };
  for (const { name, measure } of type.clocks) {
    if (!takes('measure', measure)) {
      found.at(`clocks.${name}`, `no target of an agreement can be of measure “${measure}”.`);
    }
    if (!takes('recordType', type.name)) {
      found.at(`clocks.${name}`, `no target of an agreement can be for ${type.name}.`);
    }
  }
}
