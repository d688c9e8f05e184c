import { useSaveFile } from '#renderer/session/use-save-file.ts';
import { Button } from '#renderer/ui/Button.tsx';

const csv = { name: 'Comma-separated values', extensions: ['csv'] };

interface ReportButtonProps {
  readonly file: string;
  readonly report: Blob;
}

/** Saves the report: a CSV file that names line, column, value and reason. */
export function ReportButton({ file, report }: ReportButtonProps) {
  const save = useSaveFile();
  const name = `${file.replace(/\.[^.]+$/, '')} report.csv`;
  const onClick = async () => save(name, new Uint8Array(await report.arrayBuffer()), csv);
  return <Button onClick={() => void onClick()}>Save report</Button>;
}
