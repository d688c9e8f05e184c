import styles from './Kbd.module.css';

const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac');
const macNames: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };
const shortNames: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** Keys as this machine's keyboard names them: `Ctrl+K` is `⌘ K` on a Mac. */
export function shortcutText(keys: string): string {
  return parts(keys).join(isMac ? ' ' : '+');
}

function parts(keys: string): readonly string[] {
  return keys.split('+').map((key) => (isMac ? macNames[key] : undefined) ?? shortNames[key] ?? key);
}

export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.keys}>
      {parts(keys).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
