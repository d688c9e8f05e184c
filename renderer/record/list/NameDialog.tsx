import { useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly start: string;
  readonly help?: string;
  /** A verb: "Save filter". */
  readonly confirmLabel: string;
  readonly onConfirm: (name: string) => void;
  readonly onClose: () => void;
}

/** Asks for a name. */
export function NameDialog({ title, label, start, help, confirmLabel, onConfirm, onClose }: NameDialogProps) {
  const [name, setName] = useState(start);
  const [isTried, setTried] = useState(false);
  const form = useId();
  const isEmpty = name.trim() === '';
  return (
    <Dialog
      open
      title={title}
      width="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Leave as it is</Button>
          <Button variant="primary" type="submit" form={form}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isEmpty) onConfirm(name.trim());
        }}
      >
        <TextInput
          label={label}
          value={name}
          onChange={setName}
          required
          autoFocus
          maxLength={60}
          help={help}
          error={isTried && isEmpty ? `${label} is empty, and it is required here.` : undefined}
        />
      </form>
    </Dialog>
  );
}
