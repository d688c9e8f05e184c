import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { localDate } from '#shared/kernel/time.ts';
import { useData } from '#renderer/data/data.ts';
import type { ExportFormat, ExportWish } from './export-records.ts';
import { MarkedFileNotice } from './MarkedFileNotice.tsx';
import { useExport } from './use-export.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from '../form/form.module.css';

interface ExportDialogProps {
  readonly type: RecordType;
  readonly records: ExportWish['records'];
  readonly count: number | undefined;
  /** Columns that the list shows. */
  readonly shown: readonly string[];
  readonly onClose: () => void;
}

const formats = [
  {
    value: 'csv',
    label: 'CSV',
    help: 'For other systems and for any spreadsheet. Texts that begin like a formula get an apostrophe.',
  },
  { value: 'xlsx', label: 'Excel', help: 'A workbook with dates as dates.' },
] as const;

const choices = [
  { value: 'shown', label: 'The columns of the list' },
  { value: 'all', label: 'All columns, with long texts and tables' },
] as const;

/** Saves a list or a selection as a file. */
export function ExportDialog({ type, records, count, shown, onClose }: ExportDialogProps) {
  const data = useData();
  const { progress, problems, asks, start, confirm, cancel } = useExport();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [which, setWhich] = useState<'shown' | 'all'>('shown');
  const what =
    `${count?.toLocaleString('en-GB') ?? ''} ${(count === 1 ? type.label : type.plural).toLowerCase()}`.trim();

  const save = async () => {
    if (asks !== undefined) {
      if (await confirm()) onClose();
      return;
    }
    const name = `${type.plural} ${localDate(data.now(), data.zone)}`;
    const columns = which === 'shown' ? shown : undefined;
    if (await start({ type, format, columns, records }, name)) onClose();
  };
  return (
    <Dialog
      open
      title={`Export ${what}`}
      width="small"
      onClose={onClose}
      busy={progress !== undefined}
      actions={
        <>
          <Button onClick={onClose} disabled={progress !== undefined}>
            Leave
          </Button>
          <Button variant="primary" busy={progress !== undefined} onClick={() => void save()}>
            {asks === undefined ? 'Save file' : `Save as ${asks}`}
          </Button>
        </>
      }
    >
      <div className={styles.quick}>
        <ProblemAlert problems={problems} />
        {asks !== undefined && <MarkedFileNotice marking={asks} />}
        <Select
          disabled={asks !== undefined}
          label="Format"
          value={format}
          options={formats}
          onChange={setFormat}
          help={formats.find(({ value }) => value === format)?.help}
        />
        <Select
          disabled={asks !== undefined}
          label="Columns"
          value={which}
          options={choices}
          onChange={setWhich}
        />
        {progress && (
          <ProgressBar
            label="Writing the file"
            value={progress.total === 0 ? undefined : progress.done / progress.total}
            detail={`${progress.done.toLocaleString('en-GB')} of ${progress.total.toLocaleString('en-GB')}`}
            onCancel={cancel}
          />
        )}
      </div>
    </Dialog>
  );
}
