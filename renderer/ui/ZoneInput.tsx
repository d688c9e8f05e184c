import Autocomplete, { createFilterOptions } from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, useMemo } from 'react';
import { describedBy, FieldFrame, type FieldTexts } from './FieldFrame.tsx';
import { zoneSign } from './time/format-time.ts';

interface ZoneInputProps extends FieldTexts {
  readonly id?: string | undefined;
  /** IANA zone. */
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

/** All zones that this device knows, Zulu first. */
export function knownZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

/** Found as it is shown and as it is written: New York and New_York. */
const filter = createFilterOptions<string>({ stringify: (zone) => `${zone.replaceAll('_', ' ')} ${zone}` });

/** Picks a time zone by typing a part of its name. */
export function ZoneInput({ value, onChange, ...texts }: ZoneInputProps) {
  const made = useId();
  const id = texts.id ?? made;
  const zones = useMemo(() => [...knownZones()], []);
  const now = useMemo(() => new Date().getTime(), []);
  return (
    <FieldFrame {...texts} id={id}>
      <Autocomplete
        id={id}
        options={zones}
        filterOptions={filter}
        value={zones.includes(value) ? value : null}
        onChange={(_event, zone) => onChange(zone ?? '')}
        getOptionLabel={(zone) => zone.replaceAll('_', ' ')}
        renderOption={({ key, ...option }, zone) => (
          <li key={key} {...option}>
            {zone.replaceAll('_', ' ')}{' '}
            <span style={{ color: 'var(--op-muted)', marginLeft: 6 }}>{zoneSign(now, zone)}</span>
          </li>
        )}
        renderInput={({ slotProps }) => (
          <OutlinedInput
            fullWidth
            {...slotProps.input}
            error={Boolean(texts.error)}
            slotProps={{ input: { ...slotProps.htmlInput, 'aria-describedby': describedBy(id, texts) } }}
          />
        )}
        autoHighlight
        openOnFocus={false}
      />
    </FieldFrame>
  );
}
