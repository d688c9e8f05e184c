import { useMemo } from 'react';
import { useData } from '#renderer/data/data.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { progressLabels, updatedLabels, type SearchFilters } from './search-filters.ts';
import styles from './Search.module.css';

interface SearchFilterBarProps {
  readonly filters: SearchFilters;
  readonly onChange: (filters: SearchFilters) => void;
}

export function SearchFilterBar({ filters, onChange }: SearchFilterBarProps) {
  const { catalogue } = useData();
  const types = useMemo(
    () => catalogue.types.map((type) => ({ value: type.name, label: type.plural })),
    [catalogue],
  );
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <Select
        label="Type"
        hideLabel
        emptyLabel="All types"
        options={types}
        value={filters.type}
        onChange={(type) => onChange({ ...filters, type })}
      />
      <Select
        label="Progress"
        hideLabel
        emptyLabel="Any progress"
        options={progressLabels}
        value={filters.progress}
        onChange={(progress) => onChange({ ...filters, progress })}
      />
      <Select
        label="Updated"
        hideLabel
        emptyLabel="Updated any time"
        options={updatedLabels}
        value={filters.updated}
        onChange={(updated) => onChange({ ...filters, updated })}
      />
    </div>
  );
}
