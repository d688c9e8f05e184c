import { useState } from 'react';
import { useBridge } from '#renderer/session/bridge.tsx';
import { toast } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { OpenedBundle, ReplicaInfo, WorkspaceInfo } from '#shared/contracts/hub.ts';
import { usualLargestFile } from '#shared/sync/files.ts';
import { attachmentSizes, countAttachments } from '../words.ts';
import { useHubAction } from './use-hub.tsx';
import styles from './hub.module.css';

interface BundlesPanelProps {
  readonly workspace: WorkspaceInfo;
  readonly devices: readonly ReplicaInfo[];
}

const sizes = [
  { value: '1400000', label: '1.4 MB' },
  { value: '16000000', label: '16 MB' },
  { value: '100000000', label: '100 MB' },
  { value: '650000000', label: '650 MB (CD)' },
] as const;

type Size = (typeof sizes)[number]['value'];

/** Carries the workspace to a device or hub on a stick, and takes in what came on one. */
export function BundlesPanel({ workspace, devices }: BundlesPanelProps) {
  return (
    <div className={styles.form}>
      <Section title="Make a bundle" level={3}>
        <MakeBundle workspace={workspace} devices={devices} />
      </Section>
      <Section title="Open a bundle" level={3}>
        <OpenBundle />
      </Section>
    </div>
  );
}

function MakeBundle({ workspace, devices }: BundlesPanelProps) {
  const bridge = useBridge();
  const receivers = devices.filter(
    ({ revokedAt, isThisHub }) => revokedAt === undefined && isThisHub !== true,
  );
  const [chosen, setChosen] = useState<string>();
  const [size, setSize] = useState<Size>('16000000');
  const [since, setSince] = useState('');
  const [largestFile, setLargestFile] = useState(String(usualLargestFile));
  const { isBusy, problem, run } = useHubAction();
  const receiver = receivers.find(({ replica }) => replica === chosen) ?? receivers[0];
  if (!receiver) return <p className={styles.hint}>There is no device yet that a bundle could be for.</p>;
  const make = () =>
    run(async (admin) => {
      const bytes = await admin.bundle({
        workspace: workspace.id,
        receiver: receiver.replica,
        partBytes: Number(size),
        largestFile: Number(largestFile),
        since: since === '' ? undefined : Date.parse(since),
      });
      const name = `${workspace.name} for ${receiver.name}.zip`;
      const saved = await bridge.files.saveAs(name, bytes, [{ name: 'Archive', extensions: ['zip'] }]);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    });
  return (
    <div className={styles.form}>
      {problem && <ProblemAlert problems={[problem]} />}
      <Select
        label="For"
        options={receivers.map(({ replica, name, shortCode, lag }) => ({
          value: replica,
          label: `${name} (${shortCode}), lacks ${lag.toLocaleString('en-GB')}`,
        }))}
        value={receiver.replica}
        onChange={setChosen}
        help="Only this device or hub can open it."
      />
      <Select label="Size of a file" options={sizes} value={size} onChange={setSize} />
      <Select
        label="Attachments"
        options={attachmentSizes}
        value={largestFile}
        onChange={setLargestFile}
        help="Those that the receiver is not known to hold, after the entries."
      />
      <TextInput
        label="Everything since"
        type="date"
        value={since}
        onChange={setSince}
        help="Empty: what the receiver is not known to hold."
      />
      <div>
        <Button variant="primary" busy={isBusy} onClick={() => void make()}>
          Download bundle
        </Button>
      </div>
      <p className={styles.hint}>
        The archive holds the files for the stick and a manifest for printing; take them out of it.
      </p>
    </div>
  );
}

function OpenBundle() {
  const bridge = useBridge();
  const [opened, setOpened] = useState<OpenedBundle>();
  const { isBusy, problem, run } = useHubAction();
  const open = () =>
    run(async (admin) => {
      const file = await bridge.files.open([{ name: 'Bundle', extensions: ['*'] }]);
      if (file === null) return;
      setOpened(undefined);
      setOpened(await admin.openBundle(file.bytes));
    });
  return (
    <div className={styles.form}>
      {problem && <ProblemAlert problems={[problem]} />}
      <p className={styles.hint}>One file after the other, in any order. Twice does no harm.</p>
      <div>
        <Button busy={isBusy} onClick={() => void open()}>
          Open a file
        </Button>
      </div>
      {opened && <Outcome opened={opened} />}
    </div>
  );
}

function Outcome({ opened }: { readonly opened: OpenedBundle }) {
  const { sender, part, workspace, entries, refused, files, fileFaults = [], notice, missing } = opened;
  const notes = [notice, missing, ...fileFaults].filter((one) => one !== undefined);
  return (
    <div role="status">
      <p>
        Part {part} from {sender} for {workspace.name}: {entries.toLocaleString('en-GB')} new entries
        {files && files.count + files.bytes > 0 && `, ${countAttachments(files)} complete`}.
      </p>
      {notes.map(({ code, message, next }) => (
        <p key={`${code} ${message}`}>
          {message} {next} <span className={styles.hint}>{code}</span>
        </p>
      ))}
      {refused.map(({ replica, from, code, message }) => (
        <p key={`${replica} ${from}`}>
          Not taken, {replica} from {from}: {message} <span className={styles.hint}>{code}</span>
        </p>
      ))}
    </div>
  );
}
