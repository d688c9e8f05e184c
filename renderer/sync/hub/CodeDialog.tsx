import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import { useId, useState } from 'react';
import { toast } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { CodeInfo, WorkspaceInfo } from '#shared/contracts/hub.ts';
import { useHubAction } from './use-hub.tsx';
import styles from './hub.module.css';

interface CodeDialogProps {
  readonly workspace: WorkspaceInfo;
  readonly onClose: () => void;
}

const lives = [
  { value: '1', label: '1 hour' },
  { value: '24', label: '1 day' },
  { value: '72', label: '3 days' },
  { value: '168', label: '1 week' },
  { value: '720', label: '30 days' },
] as const;

type Life = (typeof lives)[number]['value'];

/** Makes a one-time code and shows it, once. */
export function CodeDialog({ workspace, onClose }: CodeDialogProps) {
  const form = useId();
  const [label, setLabel] = useState('');
  const [life, setLife] = useState<Life>('72');
  const [error, setError] = useState<string>();
  const [made, setMade] = useState<CodeInfo>();
  const { isBusy, problem, run } = useHubAction();
  const make = () => {
    if (label.trim() === '') setError('Say whom the code is for.');
    else {
      const wish = { workspace: workspace.id, label: label.trim(), hours: Number(life) };
      void run(async (admin) => setMade(await admin.makeCode(wish)));
    }
  };
  if (made) return <MadeCode made={made} workspace={workspace} onClose={onClose} />;
  return (
    <Dialog
      open
      width="small"
      title="Make a code"
      onClose={onClose}
      busy={isBusy}
      actions={
        <>
          <Button onClick={onClose} disabled={isBusy}>
            Cancel
          </Button>
          <Button type="submit" form={form} variant="primary" busy={isBusy}>
            Make code
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
          make();
        }}
      >
        {problem && <ProblemAlert problems={[problem]} />}
        <TextInput
          label="For"
          required
          autoFocus
          maxLength={100}
          value={label}
          error={error}
          placeholder="SGT Alvarez, S6 laptop"
          help="With it one device joins this workspace."
          onChange={(text) => {
            setLabel(text);
            setError(undefined);
          }}
        />
        <Select label="Valid for" options={lives} value={life} onChange={setLife} />
      </form>
    </Dialog>
  );
}

interface MadeCodeProps {
  readonly made: CodeInfo;
  readonly workspace: WorkspaceInfo;
  readonly onClose: () => void;
}

function MadeCode({ made, workspace, onClose }: MadeCodeProps) {
  const { code = '', label, expiresAt } = made;
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => toast({ text: 'Code copied', tone: 'success' }),
      () => toast({ text: 'The browser does not let the code be copied. Mark it and copy it by hand.' }),
    );
  return (
    <Dialog
      open
      width="small"
      title={`Code for ${label}`}
      onClose={onClose}
      actions={
        <>
          {/* Pages that are not served securely may not write to the clipboard. */}
          {isSecureContext && (
            <Button icon={<CopyIcon />} onClick={() => void copy()}>
              Copy code
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p className={styles.code} aria-label={`Code ${code}`}>
          {code.split('-').map((group, index) => (
            // Groups may be equal; their place tells them apart.
            <span key={index}>{group}</span>
          ))}
        </p>
        <p>
          For one device, to join {workspace.name} at <strong>{location.host}</strong>. Valid until{' '}
          <Time at={expiresAt} mode="absolute" />.
        </p>
        <p className={styles.hint}>
          It is shown only now; the hub keeps nothing from which it could be read. Give it over a way you
          trust.
        </p>
      </div>
    </Dialog>
  );
}
