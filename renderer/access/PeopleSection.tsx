import { useState } from 'react';
import { useAccess, useData, type Account } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import { startProblem } from '#renderer/session/start-problem.ts';
import { AccountDialog } from './AccountDialog.tsx';
import { mustDo } from './must-do.ts';
import styles from './access.module.css';

/** Everybody who may sign in; administrators add people, change passphrases and close accounts. */
export function PeopleSection({ canChange }: { readonly canChange: boolean }) {
  const data = useData();
  const { accounts, person } = useAccess();
  const byName = accounts.toSorted((a, b) => a.name.localeCompare(b.name));
  const [dialog, setDialog] = useState<{ readonly account?: Account }>();
  const [problem, setProblem] = useState<Problem>();
  const close = async ({ record, name }: Account) => {
    try {
      await mustDo(data, { kind: 'act', record, action: 'retire', inputs: {} });
      await data.access.follow();
      announce(`${name} cannot sign in any more`);
    } catch (error) {
      setProblem(startProblem(error));
    }
  };
  return (
    <div className={styles.panel}>
      <Section
        title="People who sign in"
        actions={
          canChange && (
            <Button size="small" onClick={() => setDialog({})}>
              Add account
            </Button>
          )
        }
      >
        {problem && <ProblemAlert problems={[problem]} onDismiss={() => setProblem(undefined)} />}
        <DataTable caption="People who sign in">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Record</th>
              {canChange && <th scope="col">Change</th>}
            </tr>
          </thead>
          <tbody>
            {byName.map((account) => (
              <tr key={account.id}>
                <th scope="row">{account.name}</th>
                <td>
                  <AppLink href={`/record/${account.record}`}>Account</AppLink> ·{' '}
                  <AppLink href={`/record/${account.id}`}>Person and roles</AppLink>
                </td>
                {canChange && (
                  <td>
                    <span className={styles.buttons}>
                      <Button
                        size="small"
                        aria-label={`New passphrase for ${account.name}`}
                        onClick={() => setDialog({ account })}
                      >
                        New passphrase
                      </Button>
                      {account.id !== person && (
                        <Button
                          size="small"
                          variant="quiet"
                          aria-label={`Close the account of ${account.name}`}
                          onClick={() => void close(account)}
                        >
                          Close account
                        </Button>
                      )}
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Section>
      {dialog && <AccountDialog {...dialog} onClose={() => setDialog(undefined)} />}
    </div>
  );
}
