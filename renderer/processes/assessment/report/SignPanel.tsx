import { useState } from 'react';
import { useAccess, useData } from '#renderer/data/data.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { usePerson } from '#renderer/session/session.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { holds, signerRoles, type SignerRole } from '#shared/assessment/report/statement.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { ProblemError, type Problem } from '#shared/kernel/errors.ts';
import type { OwnReport } from './finish-report.ts';
import { rolesOf, signCommand } from './sign-report.ts';
import styles from './report.module.css';

/** Whether the report is signed, and the buttons for those who sign it. */
export function SignPanel({ own }: { readonly own: OwnReport }) {
  const person = usePerson();
  const { report, signatures, unreadable } = own;
  const open = person
    ? rolesOf(report, person.id).filter(
        (role) =>
          !signatures.some(
            ({ signature: { statement }, verdict }) =>
              statement.person === person.id && statement.role === role && holds(verdict),
          ),
      )
    : [];
  return (
    <>
      {report.cover.reportedAt === null ? (
        <Notice tone="info">
          This is a draft. Close the assessment with its report, then the lead assessor and the sponsor sign
          it here.
        </Notice>
      ) : (
        person && open.map((role) => <SignOffer key={role} own={own} role={role} person={person} />)
      )}
      {unreadable.length > 0 && (
        <Notice tone="danger">
          {unreadable.join(', ')}: no signature that can be read, or one for somebody or something else. It
          proves nothing.
        </Notice>
      )}
    </>
  );
}

interface SignOfferProps {
  readonly own: OwnReport;
  readonly role: SignerRole;
  readonly person: RecordView;
}

function SignOffer({ own, role, person }: SignOfferProps) {
  const data = useData();
  // Signing in anew may bring the key.
  useAccess();
  const run = useCommand();
  const [isAsking, setAsking] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const words = signerRoles[role];
  if (!data.signing.canSign(person.id)) {
    return (
      <Notice tone="warning">
        You opened this device without your passphrase, so nothing here can sign in your name. Sign in with
        the passphrase, or print the report and sign it on paper as {words}.
      </Notice>
    );
  }
  const sign = async () => {
    setBusy(true);
    setProblems(await given());
    setBusy(false);
  };
  const given = async (): Promise<readonly Problem[]> => {
    try {
      const { report, parts } = own;
      const name = textOf(person, 'name');
      const done = await run(signCommand(data, { report, parts, role, person: person.id, name }));
      if (done.ok) setAsking(false);
      return done.ok ? [] : done.error;
    } catch (error) {
      if (error instanceof ProblemError) return [error.problem];
      throw error;
    }
  };
  return (
    <Notice
      tone="info"
      action={
        <Button variant="primary" onClick={() => setAsking(true)}>
          Sign as {words}
        </Button>
      }
    >
      You are the {words} of this assessment, and have not signed this report.
      {isAsking && (
        <Dialog
          open
          title={`Sign as ${words}`}
          width="small"
          onClose={() => setAsking(false)}
          busy={isBusy}
          actions={
            <>
              <Button disabled={isBusy} onClick={() => setAsking(false)}>
                Leave
              </Button>
              <Button variant="primary" busy={isBusy} onClick={() => void sign()}>
                Sign report
              </Button>
            </>
          }
        >
          <ProblemAlert problems={problems} />
          <p>
            You sign the whole report of {own.report.cover.number}: scope, method, {own.report.ratings.length}{' '}
            ratings, findings, recommendations and evidence index. Any later change of it shows beside your
            name.
          </p>
          <p className={styles.muted}>
            Report (SHA-256): <code className={styles.code}>{own.hash}</code>
          </p>
        </Dialog>
      )}
    </Notice>
  );
}
