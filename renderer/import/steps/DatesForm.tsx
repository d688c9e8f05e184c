import { useId } from 'react';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { isDate } from '#shared/import/auto-map.ts';
import { cellOf } from '#shared/import/source-row.ts';
import type { ImportTemplate } from '#shared/import/template.ts';
import { dateForms, dateReader, fittingDateForms } from '#shared/kernel/read-date.ts';
import type { Inspection } from '../protocol.ts';
import styles from '../import.module.css';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

interface DatesFormProps {
  readonly template: ImportTemplate;
  readonly type: RecordType;
  readonly inspection: Inspection;
  readonly onEdit: (template: ImportTemplate) => void;
}

/** Form and zone of dates, with the first date of the file as it is understood. */
export function DatesForm({ template, type, inspection, onEdit }: DatesFormProps) {
  const list = useId();
  const samples = dateSamples(template, type, inspection);
  const { form, zone } = template.dates;
  const fitting = fittingDateForms(samples).map(({ pattern }) => pattern);
  const known = dateForms.some(({ pattern }) => pattern === form);
  const options = dateForms.map(({ pattern, example }) => ({
    value: pattern,
    label: example,
    help: fitting.includes(pattern) ? `${pattern}: reads the dates of the first lines` : pattern,
  }));
  const change = (part: Partial<ImportTemplate['dates']>) =>
    onEdit({ ...template, dates: { ...template.dates, ...part } });
  return (
    <>
      <div className={styles.form}>
        <Select
          label="Dates are written like"
          value={form}
          options={known ? options : [...options, { value: form, label: form }]}
          onChange={(pattern) => change({ form: pattern })}
        />
        <div>
          <TextInput
            label="Time zone of the dates"
            value={zone}
            onChange={(value) => change({ zone: value })}
            list={list}
            error={zoneFault(form, zone)}
            help="Where a date says its own offset, that counts."
          />
          <datalist id={list}>
            {zones.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
      </div>
      <Understood sample={samples[0]} form={form} zone={zone} />
      {fitting.length > 1 && fitting.includes(form) && isAmbiguous(fitting) && (
        <Notice tone="warning">
          Day and month could be the other way round: the first lines fit both. Compare with a date that you
          know.
        </Notice>
      )}
    </>
  );
}

function isAmbiguous(fitting: readonly string[]): boolean {
  return fitting.some((form) => form.startsWith('DD')) && fitting.some((form) => form.startsWith('MM'));
}

function Understood({
  sample,
  form,
  zone,
}: {
  readonly sample: string | undefined;
  readonly form: string;
  readonly zone: string;
}) {
  const reader = sample === undefined ? undefined : dateReader(form, zone);
  if (!reader?.ok || sample === undefined) return null;
  const read = reader.value(sample);
  return (
    <p className={styles.muted}>
      “{sample}” is {read.ok ? formatAbsolute(read.value.at, zone) : `not understood: ${read.error.message}`}
    </p>
  );
}

function zoneFault(form: string, zone: string): string | undefined {
  const reader = dateReader(form, zone);
  return reader.ok ? undefined : reader.error.message;
}

/** Cells of the columns that hold dates. */
function dateSamples(template: ImportTemplate, type: RecordType, inspection: Inspection): readonly string[] {
  const { events } = template;
  const mapped = template.columns.filter(({ field }) => isDate(type, field)).map(({ column }) => column);
  const named = [...mapped, events?.time, events?.opened?.time, events?.finished?.time];
  const marks = new Set(template.emptyMarks);
  return named.flatMap((heading) => {
    const index = heading === undefined ? -1 : inspection.headings.indexOf(heading);
    return index === -1
      ? []
      : inspection.samples.map((row) => cellOf(row, index, marks)).filter((cell) => cell !== '');
  });
}
