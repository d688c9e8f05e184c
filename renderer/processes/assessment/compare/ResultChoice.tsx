import { useState } from 'react';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import type { Comparable } from '#shared/assessment/compare.ts';
import styles from './compare.module.css';

interface ResultChoiceProps {
  readonly all: readonly Comparable[];
  /** Ids of those that are compared. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Which results are compared, the newest first. */
export function ResultChoice({ all, chosen, onChange }: ResultChoiceProps) {
  // Where there is little to compare the choice stands open; it does not close while somebody ticks.
  const [startsOpen] = useState(chosen.length < 2);
  return (
    <details className={styles.choice} open={startsOpen}>
      <summary>
        {chosen.length} of {all.length} assessments compared
      </summary>
      <fieldset className={styles.choices}>
        <legend>Assessments to compare</legend>
        {all
          .toSorted((one, other) => other.on.localeCompare(one.on))
          .map(({ id, title, unit, on, isProvisional }) => (
            <Checkbox
              key={id}
              label={[on, title, unit, ...(isProvisional ? ['provisional'] : [])].join(', ')}
              checked={chosen.includes(id)}
              onChange={(isChosen) =>
                onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
          ))}
      </fieldset>
    </details>
  );
}
