import { useId, useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { useHubAction } from './use-hub.tsx';
import styles from './hub.module.css';

interface WorkspaceDialogProps {
  /** Told its id. */
  readonly onMade: (id: string) => void;
  readonly onClose: () => void;
}

/** Name and marking of a new workspace. */
export function WorkspaceDialog({ onMade, onClose }: WorkspaceDialogProps) {
  const form = useId();
  const [name, setName] = useState('');
  const [marking, setMarking] = useState('UNCLASSIFIED');
  const [error, setError] = useState<string>();
  const { isBusy, problem, run } = useHubAction();
  const make = async () => {
    if (name.trim() === '') {
      setError('Name is empty. Give that of the unit.');
      return;
    }
    const isDone = await run(async (admin) => {
      const made = await admin.makeWorkspace(name.trim(), marking.trim());
      onMade(made.id);
    });
    if (isDone) onClose();
  };
  return (
    <Dialog
      open
      width="small"
      title="New workspace"
      onClose={onClose}
      busy={isBusy}
      actions={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary" busy={isBusy}>
            Make workspace
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        {problem && <ProblemAlert problems={[problem]} />}
        <TextInput
          label="Name"
          required
          autoFocus
          maxLength={100}
          value={name}
          error={error}
          placeholder="51st Signal Battalion"
          onChange={(text) => {
            setName(text);
            setError(undefined);
          }}
        />
        <TextInput
          label="Marking"
          maxLength={200}
          value={marking}
          help="Devices show it before they join. Keep nothing in the workspace above it."
          onChange={setMarking}
        />
      </form>
    </Dialog>
  );
}
