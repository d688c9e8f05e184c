import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { fromLocalInput, toLocalInput } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { shiftPeriods, type Period } from './period.ts';
import styles from './Handover.module.css';

interface PeriodPickerProps {
  readonly period: Period;
  readonly now: number;
  readonly onChange: (period: Period) => void;
}

/** A shift by name, or any period by its two ends, in the unit's zone. */
export function PeriodPicker({ period, now, onChange }: PeriodPickerProps) {
  const zone = useZone();
  const named = shiftPeriods(now, zone);
  const chosen = named.find(({ from, to }) => from === period.from && to === period.to);
  const end = (name: 'from' | 'to') => (value: string) => {
    const at = fromLocalInput(value, zone);
    const next = { ...period, [name]: at ?? period[name] };
    // An end before the beginning is a step on the way while people type.
    if (at !== undefined && next.from < next.to) onChange(next);
  };
  return (
    <div className={styles.picker}>
      <div className={styles.shift}>
        <Select
          label="Shift"
          value={chosen?.id ?? 'own'}
          options={[
            ...named.map(({ id, label }) => ({ value: id, label })),
            ...(chosen ? [] : [{ value: 'own', label: 'Own period' }]),
          ]}
          onChange={(id) => {
            const picked = named.find((one) => one.id === id);
            if (picked) onChange({ from: picked.from, to: picked.to });
          }}
        />
      </div>
      <TextInput
        key={`from ${String(period.from)}`}
        label={`From (${zone})`}
        type="datetime-local"
        value={toLocalInput(period.from, zone)}
        onChange={end('from')}
      />
      <TextInput
        key={`to ${String(period.to)}`}
        label={`To (${zone})`}
        type="datetime-local"
        value={toLocalInput(period.to, zone)}
        onChange={end('to')}
      />
    </div>
  );
}
