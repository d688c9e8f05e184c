import { useState } from 'react';
import { useAsOf, useRecordsById } from '#renderer/data/data.ts';
import { measureName } from '#renderer/record/figures/metric-text.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { keptParts, keptQueries } from './kept-figure.ts';
import { KeptRecordTable } from './KeptRecordTable.tsx';
import { standingLines } from './standing.ts';
import styles from './figures.module.css';

const pageSize = 100;

/** The records behind a kept figure as they stood when it was kept, and what of them was changed since. */
export function KeptRecords({ record }: SlotProps) {
  const { asOf } = record.fields;
  const parts = keptParts(record);
  const at = typeof asOf === 'number' ? asOf : 0;
  const stood = useAsOf(keptQueries(record), at);
  const [shown, setShown] = useState<'changed' | 'all'>();
  const [most, setMost] = useState(pageSize);
  const lines = stood
    ? standingLines(
        stood,
        parts.map(({ name }) => measureName(name)),
      )
    : [];
  const changed = lines.filter(({ isChanged }) => isChanged);
  const which = shown ?? (changed.length > 0 ? 'changed' : 'all');
  const listed = which === 'changed' ? changed : lines;
  const page = listed.slice(0, most);
  const records = useRecordsById(page.map(({ id }) => id));
  if (!stood || !records)
    return (
      <p className={styles.tab} aria-busy="true">
        Reading the log …
      </p>
    );
  return (
    <div className={styles.tab}>
      <Select
        label="Records"
        value={which}
        options={[
          { value: 'changed', label: `Changed since (${changed.length})` },
          { value: 'all', label: `All, then and now (${lines.length})` },
        ]}
        onChange={(value) => {
          setShown(value);
          setMost(pageSize);
        }}
      />
      {page.length === 0 ? (
        <p>
          {which === 'changed'
            ? 'None of its records was changed since.'
            : 'It had no records, and has none now.'}
        </p>
      ) : (
        <KeptRecordTable lines={page} records={records} at={at} />
      )}
      {listed.length > page.length && (
        <div>
          <Button onClick={() => setMost(most + pageSize)}>
            Show {Math.min(pageSize, listed.length - page.length)} more of {listed.length}
          </Button>
        </div>
      )}
      <p className={styles.muted}>
        A record stood as its log says by the clocks of those who wrote. Priorities, clocks and approvals are
        worked out by the settings of today. Contents that were removed since are not shown.
      </p>
    </div>
  );
}
