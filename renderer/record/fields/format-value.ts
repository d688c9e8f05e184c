import { formatAbsolute, formatDuration } from '#renderer/ui/time/format-time.ts';
import { isEmpty, type FieldValue, type TableRow } from '#shared/definition/values.ts';
import type { Field } from '#shared/definition/field.ts';
import type { Choice } from '#shared/definition/field.ts';
import { showDuration } from './duration-text.ts';

/** What a value needs to be put in words. */
export interface Words {
  readonly zone: string;
  readonly label: (id: string) => string;
}

interface Kind {
  readonly kind: string;
  readonly choices?: readonly Choice[];
  readonly unit?: string;
  readonly isName?: boolean;
}

/** A value as one line of text; '' where there is none. */
export function formatValue(kind: Kind | Field, value: FieldValue | undefined, words: Words): string {
  if (value === undefined || isEmpty(value)) return '';
  if (Array.isArray(value)) return formatMembers(kind, value as readonly (string | TableRow)[], words);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return formatNumber(kind, value, words);
  if (typeof value !== 'string') return '';
  if (kind.kind === 'choice') return choiceLabel(kind, value);
  if (kind.kind === 'reference') return words.label(value);
  if (kind.kind === 'duration') return showDuration(value);
  return value;
}

function formatMembers(kind: Kind | Field, members: readonly (string | TableRow)[], words: Words): string {
  if (kind.kind === 'table') return members.length === 1 ? '1 row' : `${members.length} rows`;
  return members
    .map((member) =>
      typeof member === 'string' ? (kind.kind === 'references' ? words.label(member) : member) : '',
    )
    .join(', ');
}

function formatNumber(kind: Kind | Field, value: number, { zone }: Words): string {
  if (kind.kind === 'instant') return formatAbsolute(value, zone);
  if (kind.kind === 'milliseconds') return formatDuration(value);
  const isName = 'isName' in kind && kind.isName;
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: 6, useGrouping: !isName });
  const unit = 'unit' in kind ? kind.unit : undefined;
  return unit === undefined ? text : `${text} ${unit}`;
}

function choiceLabel(kind: Kind | Field, value: string): string {
  const choices = 'choices' in kind ? (kind.choices ?? []) : [];
  return choices.find((choice) => choice.value === value)?.label ?? value;
}
