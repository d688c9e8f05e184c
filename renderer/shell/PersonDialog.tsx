import { useDeferredValue, useMemo, useState } from 'react';
import { useQuery } from '#renderer/data/data.ts';
import { setCurrentPerson, useCurrentPersonId } from '#renderer/session/session.tsx';
import { announce } from '#renderer/session/toasts.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PickList } from '#renderer/ui/PickList.tsx';
import { roleLabels } from '#shared/definition/permission.ts';
import type { Query } from '#shared/definition/query.ts';
import { closeOverlay } from './shell-store.ts';
import styles from './PersonDialog.module.css';

const mostShown = 50;
/** Those who mostly sit here; everybody else is found by name. */
const staffRoles = Object.keys(roleLabels).filter((role) => role !== 'requester');

function roleNames(roles: unknown): string {
  if (!Array.isArray(roles) || roles.length === 0) return 'No role: may look and ask';
  return roles
    .map((role) => (role in roleLabels ? roleLabels[role as keyof typeof roleLabels] : String(role)))
    .join(', ');
}

/** Chooses who works now. There is no sign-in in this version: the name goes on everything that is written. */
export function PersonDialog() {
  const [text, setText] = useState('');
  const sought = useDeferredValue(text);
  const current = useCurrentPersonId();
  const query = useMemo<Query>(
    () => ({
      type: 'person',
      where: [{ column: 'state', in: ['active'] }, ...(sought ? [] : [{ column: 'roles', in: staffRoles }])],
      sort: [{ column: 'name' }],
      ...(sought ? { text: sought } : {}),
    }),
    [sought],
  );
  const { result } = useQuery(query, { offset: 0, limit: mostShown });
  return (
    <Dialog open title="Who is at the desk?" onClose={closeOverlay} width="small">
      <div className={styles.body}>
        <p className={styles.text}>
          The name goes on everything you write from now on. There is no password in this version.
        </p>
        <PickList
          label="Search people"
          placeholder="Name, call sign, phone"
          value={text}
          onChange={setText}
          items={result?.rows ?? []}
          onPick={(row) => {
            setCurrentPerson(row.id);
            announce(`${String(row.cells['name'])} is at the desk.`);
            closeOverlay();
          }}
          empty={
            result && (
              <EmptyState
                compact
                title="Nobody found. Try another name, or add the person under Unit data."
              />
            )
          }
          render={(row) => (
            <span className={styles.row}>
              <span className={styles.name}>
                {String(row.cells['name'] ?? row.id)}
                {row.id === current && <span className={styles.now}> now at the desk</span>}
              </span>
              <span className={styles.roles}>{roleNames(row.cells['roles'])}</span>
            </span>
          )}
        />
      </div>
    </Dialog>
  );
}
