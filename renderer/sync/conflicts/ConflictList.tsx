import { useState } from 'react';
import { useTitles } from '#renderer/record/use-titles.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { BulkChoice } from './BulkChoice.tsx';
import { ConflictCard } from './ConflictCard.tsx';
import { authorsOf, type OpenConflict } from './conflicts.ts';
import { useBulkSettle } from './use-bulk-settle.ts';
import { useConflictKeys } from './use-conflict-keys.ts';
import { useSettle } from './use-settle.ts';
import styles from './conflicts.module.css';

/** Cards made at first and with every “more”. */
const step = 50;

/** Every field that waits for a choice, driven by keyboard alone if one likes. */
export function ConflictList({ conflicts }: { readonly conflicts: readonly OpenConflict[] }) {
  const [most, setMost] = useState(step);
  const [activeKey, setActiveKey] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { settle, problemsOf } = useSettle();
  const bulk = useBulkSettle();
  const labels = useTitles(authorsOf(conflicts));
  const shown = conflicts.slice(0, most);
  const [lastAt, setLastAt] = useState(0);
  // A settled conflict goes from the list; the next one takes its place under the cursor.
  const found = shown.findIndex(({ key }) => key === activeKey);
  const active = found >= 0 ? found : Math.min(lastAt, shown.length - 1);
  const move = (to: number) => {
    const at = Math.max(0, Math.min(shown.length - 1, to));
    setLastAt(at);
    setActiveKey(shown[at]?.key);
  };
  const toggle = (key: string) => {
    setSelected((old) => {
      const next = new Set(old);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  };
  const box = useConflictKeys({
    conflicts: shown,
    active,
    move,
    toggle,
    selectAll: () => setSelected(new Set(conflicts.map(({ key }) => key))),
    choose: settle,
  });

  if (conflicts.length === 0) {
    return (
      <EmptyState
        title="No conflicts"
        text="When two people change the same field of a record without having seen each other’s change, both values are kept and stand here until somebody chooses."
      />
    );
  }
  const chosen = conflicts.filter(({ key }) => selected.has(key));
  return (
    <>
      <p className={styles.keys}>
        <Kbd keys="j" /> <Kbd keys="k" /> move, <Kbd keys="1" /> <Kbd keys="2" /> keep that value,{' '}
        <Kbd keys="x" /> select, <Kbd keys="o" /> open the record
      </p>
      {chosen.length > 0 && (
        <BulkChoice
          conflicts={chosen}
          labels={labels}
          isBusy={bulk.progress !== undefined}
          onSettle={(rule) => bulk.settle(chosen, rule)}
          onClear={() => setSelected(new Set())}
        />
      )}
      {bulk.progress && (
        <ProgressBar
          label="Settling"
          value={bulk.progress.done / bulk.progress.total}
          onCancel={bulk.cancel}
        />
      )}
      <ProblemAlert problems={bulk.problems} />
      <ol className={styles.list} ref={box} aria-label="Conflicts">
        {shown.map((item, index) => (
          <ConflictCard
            key={item.key}
            item={item}
            labels={labels}
            isActive={index === active}
            isSelected={selected.has(item.key)}
            problems={problemsOf(item.key)}
            onFocus={() => move(index)}
            onToggle={() => toggle(item.key)}
            onChoose={(head) => settle(item, head)}
          />
        ))}
      </ol>
      {conflicts.length > most && (
        <Button onClick={() => setMost((count) => count + step)}>
          {(conflicts.length - most).toLocaleString('en-GB')} more
        </Button>
      )}
    </>
  );
}
