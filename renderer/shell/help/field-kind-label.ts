import type { Field } from '#shared/definition/field.ts';

const formats: Readonly<Record<string, string>> = {
  email: 'e-mail address',
  phone: 'phone number',
  url: 'link',
  time: 'time of day',
  zone: 'time zone',
};

/** What a field holds, in a word or two. */
export function fieldKindLabel(field: Field): string {
  switch (field.kind) {
    case 'text':
      return (field.format && formats[field.format]) ?? 'text';
    case 'longText':
      return 'long text';
    case 'integer':
    case 'number':
      return field.unit ? `number (${field.unit})` : 'number';
    case 'boolean':
      return 'yes or no';
    case 'date':
      return 'date';
    case 'instant':
      return 'date and time';
    case 'duration':
      return 'length of time';
    case 'choice':
      return `choice of ${String(field.choices.length)}`;
    case 'tags':
      return 'words';
    case 'reference':
      return 'another record';
    case 'references':
      return 'other records';
    case 'table':
      return 'table';
  }
}
