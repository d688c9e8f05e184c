import { Button } from '#renderer/ui/Button.tsx';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { authorsOf, type BulkRule, type OpenConflict } from './conflicts.ts';
import { countConflicts } from './use-bulk-settle.ts';
import styles from './conflicts.module.css';

interface BulkChoiceProps {
  /** Those selected. */
  readonly conflicts: readonly OpenConflict[];
  readonly labels: ReadonlyMap<string, string>;
  readonly isBusy: boolean;
  readonly onSettle: (rule: BulkRule) => void;
  readonly onClear: () => void;
}

/** One choice for all selected conflicts: the newest value of each, or the value of one person. */
export function BulkChoice({ conflicts, labels, isBusy, onSettle, onClear }: BulkChoiceProps) {
  return (
    <div className={styles.bar} role="toolbar" aria-label="Selection">
      <strong>{countConflicts(conflicts.length)} selected</strong>
      <Button size="small" busy={isBusy} onClick={() => onSettle({ kind: 'newest' })}>
        Keep the newest values
      </Button>
      <MenuButton
        label="Keep the values of"
        size="small"
        disabled={isBusy}
        items={authorsOf(conflicts).map((person) => ({
          label: labels.get(person) ?? person,
          onSelect: () => onSettle({ kind: 'person', person }),
        }))}
      />
      <Button size="small" variant="quiet" onClick={onClear}>
        Clear selection
      </Button>
    </div>
  );
}
