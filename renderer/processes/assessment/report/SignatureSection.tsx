import { Section } from '#renderer/ui/Section.tsx';
import { signerRoles, type SignerRole } from '#shared/assessment/report/statement.ts';
import type { SignedReport } from './signed-report.ts';
import { SignatureLine } from './SignedState.tsx';
import styles from './report.module.css';

const roles: readonly SignerRole[] = ['lead', 'sponsor'];

/** A block for each who signs: with the signature and the key's fingerprint, or with room to sign on paper. */
export function SignatureSection({
  signed: { report, hash, signatures },
}: {
  readonly signed: SignedReport;
}) {
  const named = { lead: report.team.lead, sponsor: report.team.sponsor };
  return (
    <Section title="Signatures">
      <p>
        This report (SHA-256): <code className={styles.code}>{hash}</code>
      </p>
      <div className={styles.signatures}>
        {roles.map((role) => {
          const given = signatures.filter(({ signature }) => signature.statement.role === role);
          return (
            <div key={role} className={styles.signature}>
              <strong>
                {capital(signerRoles[role])}: {named[role]?.name ?? 'not named'}
              </strong>
              {given.map((judged) => (
                <div key={judged.signature.signature}>
                  <p className={styles.verdict}>
                    <SignatureLine {...judged} />
                  </p>
                  <p className={styles.muted}>
                    Key fingerprint <code className={styles.code}>{judged.fingerprint}</code>
                  </p>
                </div>
              ))}
              <span className={styles.onPaper}>{given.length === 0 && 'Date and signature:'}</span>
            </div>
          );
        })}
      </div>
    </Section>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
