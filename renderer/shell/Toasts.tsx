import CloseIcon from '@mui/icons-material/Close';
import { useEffect, useState } from 'react';
import { dismissToast, useToasts, type Toast } from '#renderer/session/toasts.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import styles from './Toasts.module.css';

/** Longer where there is something to press; it stays while the pointer or the focus is on it. */
const shownFor = { plain: 6_000, withAction: 12_000 } as const;

function ToastCard({ item }: { readonly item: Toast }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    // A fault stays until it was read.
    if (isHeld || item.tone === 'danger') return undefined;
    const timer = setTimeout(() => dismissToast(item.id), item.action ? shownFor.withAction : shownFor.plain);
    return () => clearTimeout(timer);
  }, [isHeld, item]);
  return (
    <li
      className={classes(styles.toast, styles[item.tone])}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span className={styles.text}>{item.text}</span>
      {item.action && (
        <Button
          size="small"
          onClick={() => {
            dismissToast(item.id);
            item.action?.onSelect();
          }}
        >
          {item.action.label}
        </Button>
      )}
      <IconButton label="Dismiss message" onClick={() => dismissToast(item.id)}>
        <CloseIcon />
      </IconButton>
    </li>
  );
}

/** Short messages at the foot of the page. */
export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <section aria-label="Messages" className={styles.region}>
      <ol className={styles.list}>
        {toasts.map((item) => (
          <ToastCard key={item.id} item={item} />
        ))}
      </ol>
    </section>
  );
}

/** Reads announcements out; they are not shown. */
export function LiveRegion() {
  const { text, turn } = useToasts((state) => state.announcement);
  return (
    <div role="status" className={styles.live}>
      <span key={turn}>{text}</span>
    </div>
  );
}
