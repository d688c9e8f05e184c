import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import type { FieldValue } from '#shared/definition/values.ts';
import type { TextField } from './text/text-index.ts';

const numberBoost = 6;
const titleBoost = 4;
const fileBoost = 1;

/**
 * What of a record is searched: its number, every text and tag of its fields, weighted as declared, and the names of its files, which
 * whoever sees the record is shown.
 */
export function searchedTexts(type: RecordType, record: RecordView): readonly TextField[] {
  const texts: TextField[] = [{ name: 'number', text: record.number, boost: numberBoost }];
  for (const [name, field] of Object.entries(type.fields)) {
    // A hit tells what a text holds, and the index does not know who asks.
    if (field.visibleTo) continue;
    const boost = field.boost ?? (name === type.views.title ? titleBoost : 1);
    const text = boost > 0 ? textIn(record.fields[name]) : '';
    const isText = field.kind === 'text' || field.kind === 'longText' || field.kind === 'tags';
    if (text && isText) texts.push({ name, text, boost });
  }
  const files = (record.attachments ?? []).map(({ name }) => name).join('\n');
  if (files) texts.push({ name: 'attachments', text: files, boost: fileBoost });
  return texts;
}

function textIn(value: FieldValue | undefined): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string').join(' ') : '';
}
