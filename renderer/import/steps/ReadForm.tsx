import { Select } from '#renderer/ui/Select.tsx';
import { encodings, type Encoding, type FileForm } from '#shared/import/template.ts';
import type { Inspection } from '../protocol.ts';
import { encodingLabels } from '../read/encoding.ts';
import styles from '../import.module.css';

const delimiters = [
  { value: ',', label: 'Comma  ,' },
  { value: ';', label: 'Semicolon  ;' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar  |' },
] as const;

interface ReadFormProps {
  readonly inspection: Inspection;
  readonly form: FileForm;
  readonly onRead: (form: FileForm) => void;
}

/** Encoding and separator of a text file, or the sheet of a workbook; found out by itself, changed by hand. */
export function ReadForm({ inspection, form, onRead }: ReadFormProps) {
  const { sheets } = inspection;
  const { sheet, encoding, delimiter } = { ...inspection, ...form };
  if (sheets) {
    const options = sheets.map((name) => ({ value: name, label: name }));
    return (
      <div className={styles.form}>
        <Select
          label="Sheet"
          value={sheet ?? ''}
          options={options}
          onChange={(name) => onRead({ ...form, sheet: name })}
        />
      </div>
    );
  }
  return (
    <div className={styles.form}>
      <Select<Encoding>
        label="Encoding"
        value={encoding ?? ''}
        options={encodings.map((value) => ({ value, label: encodingLabels[value] }))}
        onChange={(value) => onRead({ ...form, encoding: value })}
        help="Change it if letters such as é or ü look wrong below."
      />
      <Select<string>
        label="Separator"
        value={delimiter ?? ''}
        options={delimiters}
        onChange={(value) => onRead({ ...form, delimiter: value })}
        help="Change it if the lines below are not split into columns."
      />
    </div>
  );
}
