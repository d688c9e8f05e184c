import type { BundleChecked, BundleOpened } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { countAttachments, countEntries } from '../words.ts';
import type { BroughtFile } from './use-open-bundle.ts';
import styles from '../sync.module.css';

interface BroughtFileRowProps {
  readonly file: BroughtFile;
  readonly isBusy: boolean;
  readonly onLeave: () => void;
}

/** One chosen file: what it would bring, what it brought, or why it cannot be taken in. */
export function BroughtFileRow({ file, isBusy, onLeave }: BroughtFileRowProps) {
  const { name, checked, opened, problem } = file;
  const isOpen = !opened && (checked !== undefined || problem !== undefined);
  return (
    <li aria-label={name}>
      <div className={styles.head}>
        <strong>{name}</strong>
        {isOpen && (
          <span className={styles.actions}>
            <Button size="small" disabled={isBusy} aria-label={`Leave it: ${name}`} onClick={onLeave}>
              Leave it
            </Button>
          </span>
        )}
      </div>
      {problem && <ProblemAlert problems={[problem]} />}
      {!checked && !problem && <p className={styles.muted}>Being checked …</p>}
      {checked && !opened && !problem && <Check checked={checked} />}
      {opened && <Outcome opened={opened} />}
    </li>
  );
}

function Check({ checked }: { readonly checked: BundleChecked }) {
  const { sender, fingerprint, part, isLast, madeAt, entries, newEntries, files, digest, notice } = checked;
  return (
    <>
      <dl className={styles.facts}>
        <dt>From</dt>
        <dd>
          {sender}
          {fingerprint && <div className={styles.hint}>signed with {fingerprint}</div>}
        </dd>
        <dt>File</dt>
        <dd>
          {part}
          {isLast ? ' and last' : ''} of its bundle, made <Time at={madeAt} mode="absolute" />
        </dd>
        <dt>Brings</dt>
        <dd>
          {countEntries(entries)}, {newEntries.toLocaleString('en-GB')} new here
          {files.count > 0 && `; ${countAttachments(files)}`}
        </dd>
        <dt>SHA-256</dt>
        <dd className={styles.hint}>{digest}</dd>
      </dl>
      {notice && (
        <Notice tone="info">
          {notice.message} {notice.next} <span className={styles.hint}>{notice.code}</span>
        </Notice>
      )}
    </>
  );
}

function Outcome({ opened }: { readonly opened: BundleOpened }) {
  const { part, isLast, sender, entries, files, notice, digest } = opened;
  return (
    <Notice tone={notice ? 'warning' : 'success'} role="status">
      File {part}
      {isLast ? ' and last' : ''} of a bundle from {sender}: {countEntries(entries)} new here
      {files.bytes + files.count > 0 && `, ${countAttachments(files)} complete`}.{' '}
      {notice ? `${notice.message} ${notice.next ?? ''}` : ''}
      <span className={styles.hint}>SHA-256 {digest}</span>
    </Notice>
  );
}
