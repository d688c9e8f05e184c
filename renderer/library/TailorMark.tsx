import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { Tailored, Tailoring } from '#shared/library/tailor.ts';
import styles from './library.module.css';

function Why({ says, tailoring }: { readonly says: string; readonly tailoring: Tailoring }) {
  return (
    <div>
      <Chip tone="accent">{says}</Chip>{' '}
      <AppLink href={`/record/${tailoring.record}`}>{tailoring.reason || 'No reason given'}</AppLink>
    </div>
  );
}

/** What this unit says about a part, with its reason. Nothing where it follows the model. */
export function TailorMark({ part }: { readonly part: Tailored<object> & { readonly added?: Tailoring } }) {
  const { localName, notApplicable, added } = part;
  return (
    <>
      {added && <Why says="Added by this unit" tailoring={added} />}
      {localName && <Why says={`Here: ${localName.text}`} tailoring={localName} />}
      {notApplicable && <Why says="Not applicable here" tailoring={notApplicable} />}
    </>
  );
}

/** A text that is struck through where it does not apply; the mark beside it says so in words. */
export function TailoredText({ part, text }: { readonly part: Tailored<object>; readonly text: string }) {
  return part.notApplicable ? <s className={styles.off}>{text}</s> : <>{text}</>;
}
