import type { RedactionChoice, TimelineItem } from '#renderer/data/data.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { EntryRef } from '#shared/kernel/ids.ts';
import { headline } from '../headline.ts';
import styles from './redact.module.css';

interface EntryChoicesProps {
  readonly type: RecordType;
  readonly items: readonly TimelineItem[];
  readonly choices: readonly RedactionChoice[];
  readonly chosen: ReadonlySet<EntryRef>;
  /** Entries that say the same as a chosen one. */
  readonly alike: ReadonlySet<EntryRef>;
  readonly onChange: (chosen: ReadonlySet<EntryRef>) => void;
}

/** The entries of the record with what of each would go: the chosen ones first, then those that say the same. */
export function EntryChoices({ type, items, choices, chosen, alike, onChange }: EntryChoicesProps) {
  const zone = useZone();
  const item = new Map(items.map((one) => [one.ref, one]));
  const rank = (ref: EntryRef) => (chosen.has(ref) ? 0 : alike.has(ref) ? 1 : 2);
  const inOrder = choices.toSorted((a, b) => rank(a.ref) - rank(b.ref));
  const toggle = (ref: EntryRef, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(ref);
    else next.delete(ref);
    onChange(next);
  };
  return (
    <fieldset className={styles.choices}>
      <legend>What goes</legend>
      <ul>
        {inOrder.map(({ ref, texts }) => {
          const shown = item.get(ref);
          if (!shown) return null;
          const said = `${headline(type, shown)}, ${formatAbsolute(shown.at, zone)}`;
          const label = alike.has(ref) ? `${said} (says the same)` : said;
          return (
            <li key={ref}>
              <Checkbox
                label={label}
                checked={chosen.has(ref)}
                onChange={(isChosen) => toggle(ref, isChosen)}
              />
              <div className={styles.texts}>{texts.length > 0 ? texts.join(' · ') : 'No text'}</div>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
