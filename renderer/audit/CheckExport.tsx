import { useState } from 'react';
import { useData, type CheckedExport } from '#renderer/data/data.ts';
import { useBridge } from '#renderer/session/bridge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { problem, ProblemError, type Problem } from '#shared/kernel/errors.ts';
import { count } from './words.ts';
import styles from './audit.module.css';

const auditFile = { name: 'Signed audit file', extensions: ['json'] };

/** Says of a signed file whether it is as it was signed, and by whom. */
export function CheckExport() {
  const { audit } = useData();
  const { files } = useBridge();
  const [checked, setChecked] = useState<CheckedExport & { readonly name: string }>();
  const [fault, setFault] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const check = async () => {
    setChecked(undefined);
    setFault(undefined);
    setBusy(true);
    try {
      const file = await files.open([auditFile]);
      if (file) setChecked({ name: file.name, ...(await audit.checkExport(file.name, file.bytes)) });
    } catch (error) {
      setFault(readBridgeError(error) ?? problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.panel}>
      <Section
        title="Check an export"
        actions={
          <Button size="small" busy={isBusy} onClick={() => void check()}>
            Open file
          </Button>
        }
      >
        <p className={styles.muted}>
          Opens a signed file of this page, from here or from elsewhere, and says whether anything in it was
          changed.
        </p>
        {fault && <ProblemAlert problems={[fault]} />}
        {checked && <Checked {...checked} />}
      </Section>
    </div>
  );
}

function Checked({ name, file, fingerprint, knownAs }: CheckedExport & { readonly name: string }) {
  const zone = useZone();
  const withheld = file.entries.filter(({ entry }) => !entry).length;
  return (
    <Notice tone={knownAs ? 'success' : 'warning'} role="status">
      <p>
        {name} is unaltered: {count(file.entries.length, 'entry', 'entries')}
        {withheld > 0 && `, ${withheld.toLocaleString('en-GB')} of them by their hashes only`}. Made on{' '}
        {formatAbsolute(file.madeAt, zone)} by {file.madeBy}, {file.unit}.
      </p>
      <p>
        Signed by {knownAs ?? `a device that is not known here (${file.device.name})`}, fingerprint{' '}
        <code>{fingerprint}</code>.{!knownAs && ' Compare the fingerprint with that of the device.'}
      </p>
    </Notice>
  );
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const fault = error instanceof Error ? error.message : String(error);
  return problem('OUT-APP-001', { place: 'checking the file', fault });
}
