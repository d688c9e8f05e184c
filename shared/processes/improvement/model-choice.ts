import type { Config } from '../../definition/config.ts';
import type { Field } from '../../definition/field.ts';
import { textOf, type RecordView } from '../../definition/record.ts';
import { isRecordId } from '../../kernel/ids.ts';
import { choice, reference } from '../support/fields.ts';
import { frameworkProcesses } from '../support/process-choices.ts';
import { modelRows } from './model-contents.ts';

export const isByKeptModel = (record: RecordView): boolean => textOf(record, 'model') === 'kept';

/** The two fields by which a record says which reference model it goes by. @param inverse its name in the list of a kept model */
export function modelFields(inverse: string, section?: string) {
  const place = section === undefined ? {} : { section };
  return {
    model: choice(
      'Reference model',
      [
        { value: 'desmf', label: 'DESMF, which ships with Outpost' },
        { value: 'kept', label: 'Another, which this unit keeps' },
      ],
      { ...place, default: 'desmf' },
    ),
    keptModel: reference('Kept model', 'reference-model', {
      ...place,
      inverse,
      shown: isByKeptModel,
      required: isByKeptModel,
      help: 'One that is in use. The process library has the list, under Models.',
    }),
  } satisfies Record<string, Field>;
}

/** Record id of the kept model that a record goes by; undefined for the shipped one. Records of before name models in free text: those were rated by the shipped one. */
export function keptModelOf(record: RecordView): string | undefined {
  const id = textOf(record, 'keptModel');
  return isByKeptModel(record) && isRecordId(id) ? id : undefined;
}

/** Name of the model that a record goes by, for people. */
export function modelNameOf(record: RecordView, config: Config): string {
  const id = keptModelOf(record);
  if (id === undefined) return 'DESMF';
  const model = config.get(id);
  return model
    ? `${textOf(model, 'name')}, edition ${textOf(model, 'edition')}`
    : 'A model that is not here yet';
}

/** What results are compared by: the same code means another process in another model; editions of one model can be compared. Where its record is not here yet, its id. */
export function modelCodeOf(record: RecordView, config: Config): string {
  const id = keptModelOf(record);
  if (id === undefined) return 'DESMF';
  const model = config.get(id);
  return model ? textOf(model, 'code') : id;
}

const shipped = new Map(frameworkProcesses.map(({ value, label }) => [value, label]));

/** Names of the processes of that model by code; undefined where its record is not here yet. */
export function processNamesOf(record: RecordView, config: Config): ReadonlyMap<string, string> | undefined {
  const id = keptModelOf(record);
  if (id === undefined) return shipped;
  const model = config.get(id);
  return model && new Map(modelRows(model).map(({ code, name }) => [code, name]));
}

/** A model that is a draft or retired is not begun with; what was begun keeps it. */
export function modelFaults(record: RecordView, config: Config) {
  const id = keptModelOf(record);
  const model = id === undefined ? undefined : config.get(id);
  return model && model.state !== 'active'
    ? [{ field: 'keptModel', says: `${model.number} is not in use; its page can put it in use` }]
    : [];
}

/** Codes that the model of a record does not have. */
export function unknownCodes(
  record: RecordView,
  config: Config,
  codes: readonly string[],
): readonly string[] {
  const names = processNamesOf(record, config);
  return names ? [...new Set(codes)].filter((code) => code !== '' && !names.has(code)) : [];
}
