import { useData, useVerification, type VerifyResult } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { formatAbsolute, formatDuration } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { count } from './words.ts';
import styles from './audit.module.css';

/** Whether the log is as it was written, and the button that looks. */
export function VerifyPanel() {
  const { verification } = useData();
  const { last, running } = useVerification();
  const { progress } = running ?? {};
  return (
    <div className={styles.panel}>
      <Section
        title="Verification"
        actions={
          <div className={styles.buttons}>
            <Button
              size="small"
              disabled={running !== undefined}
              onClick={() => void verification.run('news')}
            >
              Verify
            </Button>
            <Button
              size="small"
              disabled={running !== undefined}
              onClick={() => void verification.run('all')}
            >
              Verify again from the beginning
            </Button>
          </div>
        }
      >
        {running && (
          <ProgressBar
            label={
              progress?.phase === 'records' ? 'Comparing records with their entries' : 'Following the log'
            }
            value={progress && progress.done / Math.max(1, progress.total)}
            onCancel={() => verification.cancel()}
          />
        )}
        {!running &&
          (isTelling(last) ? <Found result={last} /> : <p>Nothing was verified on this device yet.</p>)}
      </Section>
    </div>
  );
}

/** Before the unit was set up there was nothing to look at. */
function isTelling(last: VerifyResult | undefined): last is VerifyResult {
  return last !== undefined && last.entries + last.faultCount > 0;
}

function Found({ result }: { readonly result: VerifyResult }) {
  const zone = useZone();
  const {
    entries,
    signed,
    faults,
    faultCount,
    recordsRead,
    rowsRead,
    redacted = 0,
    at,
    milliseconds,
  } = result;
  const took = milliseconds < 1000 ? `${milliseconds} ms` : formatDuration(milliseconds);
  return (
    <>
      <Notice tone={faultCount > 0 ? 'danger' : 'success'} role="status">
        {faultCount > 0
          ? `${count(faultCount, 'place is', 'places are')} not as they were written; looked at on ${formatAbsolute(at, zone)}.`
          : `All ${count(entries, 'entry', 'entries')} verified, last on ${formatAbsolute(at, zone)}.`}
      </Notice>
      <p className={styles.muted}>
        {count(signed, 'entry', 'entries')} under a signature that was checked,{' '}
        {(entries - signed).toLocaleString('en-GB')} not signed here. The last run read{' '}
        {count(rowsRead, 'row', 'rows')} of the log and {count(recordsRead, 'record', 'records')} in {took}.
        {redacted > 0 && ` In those records ${count(redacted, 'entry is', 'entries are')} redacted by order.`}
      </p>
      {faults.length > 0 && (
        <ol className={styles.faults} aria-label="What is not as it was written">
          {faults.map(({ problem, replica, seq, record }) => (
            <li key={[problem.code, replica, seq, record].join()}>
              {problem.message} <span className={styles.muted}>{problem.code}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
