import { StateChip } from '#renderer/ui/StateChip.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { holds, signerRoles, verdictWords } from '#shared/assessment/report/statement.ts';
import type { JudgedSignature } from './judged.ts';
import styles from './report.module.css';

/** Who signed, and whether the report is still what they signed. */
export function SignedState({ signatures }: { readonly signatures: readonly JudgedSignature[] }) {
  if (signatures.length === 0) return <p className={styles.muted}>Nobody signed it yet.</p>;
  return (
    <ul aria-label="Signatures" className={styles.verdicts}>
      {signatures.map((judged) => (
        <li key={judged.signature.signature} className={styles.verdict}>
          <SignatureLine {...judged} />
        </li>
      ))}
    </ul>
  );
}

/** One signature and its verdict, as one sentence after a chip. */
export function SignatureLine({ signature: { statement }, verdict }: JudgedSignature) {
  const zone = useZone();
  const isGood = holds(verdict);
  return (
    <>
      <StateChip stateClass={isGood ? 'done' : 'refused'} label={isGood ? 'Signed' : 'Look here'} />
      <span>
        Signed by {statement.name} as {signerRoles[statement.role]} on {formatAbsolute(statement.at, zone)}.{' '}
        {verdictWords(verdict)}
      </span>
    </>
  );
}
