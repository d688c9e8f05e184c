import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { MarkedFileNotice } from './MarkedFileNotice.tsx';
import type { MarkedSave } from './use-marked-save.ts';

/** Asks for a second word before a marked file is saved. */
export function MarkedSaveDialog({ asks, confirm, forget }: Pick<MarkedSave, 'asks' | 'confirm' | 'forget'>) {
  if (asks === undefined) return null;
  return (
    <Dialog
      open
      title="Save a marked file"
      width="small"
      onClose={forget}
      actions={
        <>
          <Button onClick={forget}>Leave</Button>
          <Button variant="primary" onClick={() => void confirm()}>
            Save as {asks}
          </Button>
        </>
      }
    >
      <MarkedFileNotice marking={asks} />
    </Dialog>
  );
}
