import { useEffect, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import type { Attachment } from '#shared/definition/record.ts';
import { shownName } from './file-name.ts';
import { pictureKind } from './image-kind.ts';
import type { FileActions } from './use-file-actions.ts';
import styles from './attachments.module.css';

interface PicturePreviewProps {
  readonly file: Attachment;
  readonly actions: FileActions;
  readonly onClose: () => void;
}

/** A picture in a window of its own. What its bytes do not prove to be one is not shown. */
export function PicturePreview({ file, actions, onClose }: PicturePreviewProps) {
  const { read, save } = actions;
  const [state, setState] = useState<{ readonly address: string } | 'none'>();
  useEffect(() => {
    let address: string | undefined;
    let isOver = false;
    void read(file).then((bytes) => {
      const type = bytes && pictureKind(bytes);
      if (isOver) return;
      if (!bytes || !type) {
        setState('none');
        return;
      }
      address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
      setState({ address });
    });
    return () => {
      isOver = true;
      if (address !== undefined) URL.revokeObjectURL(address);
    };
  }, [file, read]);
  const name = shownName(file.name);
  return (
    <Dialog
      open
      title={name}
      width="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" onClick={() => save(file)}>
            Save
          </Button>
        </>
      }
    >
      {state === 'none' && (
        <p>It is not a picture that can be shown here. Save it to look at it elsewhere.</p>
      )}
      {typeof state === 'object' && <img className={styles.picture} src={state.address} alt={name} />}
    </Dialog>
  );
}
