import { useId, useState } from 'react';
import type { BundleFiles } from '#renderer/data/data.ts';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { usualLargestFile } from '#shared/sync/files.ts';
import { attachmentSizes, countAttachments, countEntries } from '../words.ts';
import { partSizes } from './part-sizes.ts';
import { useMakeBundle, useReceivers } from './use-make-bundle.ts';
import styles from '../sync.module.css';

/** Writes files for one receiver. */
export function MakeBundle() {
  const id = useId();
  const receivers = useReceivers();
  const { made, isBusy, problem, make, save } = useMakeBundle();
  const [chosen, setChosen] = useState('');
  const [since, setSince] = useState('');
  const [partBytes, setPartBytes] = useState(partSizes[0]?.value ?? '');
  const [largestFile, setLargestFile] = useState(String(usualLargestFile));
  const receiver = receivers.find(({ replica }) => replica === chosen) ?? receivers[0];
  return (
    <form
      aria-label="Make a bundle"
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (receiver) void make({ receiver: receiver.replica, since, partBytes, largestFile });
      }}
    >
      {problem && <ProblemAlert problems={[problem]} />}
      <div className={styles.fields}>
        <Select
          label="For"
          options={receivers.map(({ replica, name, lacks }) => ({
            value: replica,
            label: `${name} · ${lacks === 0 ? 'holds all of this' : `lacks ${countEntries(lacks)}`}`,
          }))}
          value={receiver?.replica ?? ''}
          disabled={isBusy || receivers.length === 0}
          help={
            receiver
              ? `Fingerprint ${receiver.fingerprint}. What a device holds is known from its bundles and from the hub.`
              : 'No other device is enrolled in this unit yet.'
          }
          onChange={setChosen}
        />
        <TextInput
          id={`${id}-since`}
          label="Everything since"
          type="date"
          value={since}
          disabled={isBusy}
          help="Leave it empty for just what the receiver is not known to hold."
          onChange={setSince}
        />
        <Select
          label="Size"
          options={partSizes}
          value={partBytes}
          disabled={isBusy}
          onChange={setPartBytes}
        />
        <Select
          label="Attachments"
          options={attachmentSizes}
          value={largestFile}
          disabled={isBusy}
          help="After the entries, small and new ones first; those that the receiver is not known to hold."
          onChange={setLargestFile}
        />
      </div>
      {isBusy && <ProgressBar label="Making the bundle" />}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" busy={isBusy} disabled={!receiver}>
          Make bundle
        </Button>
      </div>
      {made && <p role="status">{madeWords(made)}</p>}
      {made && (
        <ul className={styles.files} aria-label="Files of the bundle">
          {made.files.map(({ name, bytes }) => (
            <li key={name}>
              <span>
                {name} · {formatBytes(bytes.length)}
              </span>
              <Button size="small" onClick={() => void save(name, bytes)}>
                Save
              </Button>
            </li>
          ))}
          <li>
            <span>Manifest with the digest of each file, for printing</span>
            <Button
              size="small"
              onClick={() => void save('manifest.txt', new TextEncoder().encode(made.manifest), true)}
            >
              Save
            </Button>
          </li>
        </ul>
      )}
    </form>
  );
}

function madeWords({ files, attachments, left }: BundleFiles): string {
  const brought = attachments.count > 0 ? ` It brings ${countAttachments(attachments)}.` : '';
  const rest =
    left.count > 0 ? ` ${countAttachments(left)} had no room in it and go with a later bundle.` : '';
  return `${files.length === 1 ? 'One file' : `${files.length} files`} to save.${brought}${rest}`;
}
