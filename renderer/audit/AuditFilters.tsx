import { useState } from 'react';
import { auditKinds, useData, type AuditFilter, type AuditKind } from '#renderer/data/data.ts';
import { ReferencePicker } from '#renderer/record/fields/ReferencePicker.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { daySpan } from './day-span.ts';
import { kindLabels } from './words.ts';
import styles from './audit.module.css';

interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
  /** Names of devices by replica id. */
  readonly devices: ReadonlyMap<string, string>;
  readonly canChoosePerson: boolean;
}

/** Narrows the entries; what is empty does not matter. */
export function AuditFilters({ filter, onChange, devices, canChoosePerson }: AuditFiltersProps) {
  const { catalogue } = useData();
  const zone = useZone();
  const [days, setDays] = useState({ first: '', last: '' });
  const set = (part: AuditFilter) => onChange({ ...filter, ...part });
  const setDay = (part: Partial<typeof days>) => {
    const chosen = { ...days, ...part };
    setDays(chosen);
    set(daySpan(chosen.first, chosen.last, zone));
  };
  return (
    <form aria-label="Filter" className={styles.filters} onSubmit={(event) => event.preventDefault()}>
      {canChoosePerson && (
        <ReferencePicker
          id="audit-person"
          label="Person"
          to={['person']}
          value={filter.person ?? ''}
          onChange={(value) => set({ person: typeof value === 'string' && value ? value : undefined })}
        />
      )}
      <Select
        label="Record type"
        emptyLabel="All types"
        options={catalogue.types.map(({ name, label }) => ({ value: name, label }))}
        value={filter.type ?? ''}
        onChange={(type) => set({ type: type || undefined })}
      />
      <Select<AuditKind>
        label="Kind"
        emptyLabel="All kinds"
        options={auditKinds.map((value) => ({ value, label: kindLabels[value] }))}
        value={filter.kind ?? ''}
        onChange={(kind) => set({ kind: auditKinds.find((one) => one === kind) })}
      />
      <Select
        label="Device"
        emptyLabel="All devices"
        options={[...devices].map(([value, label]) => ({ value, label }))}
        value={filter.replica ?? ''}
        onChange={(replica) => set({ replica: replica || undefined })}
      />
      <TextInput label="From day" type="date" value={days.first} onChange={(first) => setDay({ first })} />
      <TextInput label="To day" type="date" value={days.last} onChange={(last) => setDay({ last })} />
      <TextInput
        label="Text"
        type="search"
        value={filter.text ?? ''}
        onChange={(text) => set({ text: text || undefined })}
      />
    </form>
  );
}
