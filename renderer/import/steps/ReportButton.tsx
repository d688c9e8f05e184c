import { useBridge } from '#renderer/session/bridge.tsx';
import { toast } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';

const csv = { name: 'Comma-separated values', extensions: ['csv'] };

interface ReportButtonProps {
  readonly file: string;
  readonly report: Blob;
}

/** Saves the report: a CSV file that names line, column, value and reason. */
export function ReportButton({ file, report }: ReportButtonProps) {
  const bridge = useBridge();
  const save = async () => {
    const name = `${file.replace(/\.[^.]+$/, '')} report.csv`;
    try {
      const saved = await bridge.files.saveAs(name, new Uint8Array(await report.arrayBuffer()), [csv]);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    } catch (error) {
      toast({ text: readBridgeError(error)?.message ?? 'The report could not be saved.', tone: 'danger' });
    }
  };
  return <Button onClick={() => void save()}>Save report</Button>;
}
