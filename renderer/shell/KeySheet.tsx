import { setPreference, usePreferences } from '#renderer/session/preferences.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { keymap, scopes, type Binding, type Scope } from './keymap.ts';
import { isLetterShortcut } from './match-keys.ts';
import { closeOverlay } from './shell-store.ts';
import styles from './KeySheet.module.css';

const bindings: readonly Binding[] = Object.values(keymap);

function Keys({ binding, hasLetterKeys }: { readonly binding: Binding; readonly hasLetterKeys: boolean }) {
  const usable = binding.keys.filter((keys) => hasLetterKeys || !isLetterShortcut(keys));
  if (usable.length === 0) return <span className={styles.off}>off</span>;
  return usable.map((keys, index) => (
    <span key={keys} className={styles.alternative}>
      {index > 0 && <span className={styles.word}>or</span>}
      {keys.split(' ').map((press, at) => (
        <span key={press} className={styles.alternative}>
          {at > 0 && <span className={styles.word}>then</span>}
          <Kbd keys={press} />
        </span>
      ))}
    </span>
  ));
}

/** All shortcuts, read from the map that the dispatcher obeys. */
export function KeySheet() {
  const hasLetterKeys = usePreferences((state) => state.hasLetterKeys);
  const groups = (Object.keys(scopes) as Scope[]).map((scope) => ({
    scope,
    items: bindings.filter((binding) => binding.scope === scope),
  }));
  return (
    <Dialog open title="Keyboard shortcuts" onClose={closeOverlay} width="large">
      <div className={styles.columns}>
        {groups
          .filter(({ items }) => items.length > 0)
          .map(({ scope, items }) => (
            <section key={scope} aria-label={scopes[scope]} className={styles.group}>
              <h3>{scopes[scope]}</h3>
              <dl>
                {items.map((binding) => (
                  <div key={binding.label} className={styles.row}>
                    <dt>{binding.label}</dt>
                    <dd>
                      <Keys binding={binding} hasLetterKeys={hasLetterKeys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
      <Checkbox
        label="Single-key shortcuts (such as c and j); switch them off if you use speech input"
        checked={hasLetterKeys}
        onChange={(on) => setPreference('hasLetterKeys', on)}
      />
    </Dialog>
  );
}
