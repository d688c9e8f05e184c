import PrintIcon from '@mui/icons-material/PrintOutlined';
import { usePrintPage } from '#renderer/session/use-print.ts';
import { Button } from '#renderer/ui/Button.tsx';

/** Paper or PDF. */
export function PrintActions({ title }: { readonly title: string }) {
  const { print, savePdf } = usePrintPage({ title });
  return (
    <>
      <Button onClick={() => void savePdf()}>Save as PDF</Button>
      <Button variant="primary" icon={<PrintIcon />} onClick={() => void print()}>
        Print
      </Button>
    </>
  );
}
