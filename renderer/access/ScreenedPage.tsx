import { useLayoutEffect } from 'react';
import { useAccess } from '#renderer/data/data.ts';
import { MarkingBanner } from '#renderer/shell/MarkingBanner.tsx';
import { NameAndPassphrase } from './NameAndPassphrase.tsx';
import styles from './access.module.css';

/** Stands before the workbench while nobody is there and long work goes on behind it. */
export function ScreenedPage({ onOpen }: { readonly onOpen: () => void }) {
  const { access, accounts, person } = useAccess();
  // Dialogs stand beside the page, not in it.
  useLayoutEffect(() => {
    document.documentElement.dataset['screened'] = '';
    return () => {
      delete document.documentElement.dataset['screened'];
    };
  }, []);
  return (
    <main className={styles.framed}>
      <title>Locked · Outpost</title>
      <MarkingBanner edge="top" />
      <div className={styles.middle}>
        <NameAndPassphrase
          label="Sign in"
          text="Nobody was here for a while. An exchange or an import is still under way; when it is through, this device forgets its keys."
          accounts={accounts}
          pins={access.pins}
          person={person}
          onSubmit={async ({ id, name }, text, isPin) => {
            await (isPin ? access.signInWithPin(id, name, text) : access.signIn(id, text));
            onOpen();
          }}
        />
      </div>
      <MarkingBanner edge="bottom" />
    </main>
  );
}
