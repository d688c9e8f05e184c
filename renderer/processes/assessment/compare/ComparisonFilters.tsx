import { Select } from '#renderer/ui/Select.tsx';
import { inOrder, processesIn, type ComparedResult } from '#shared/assessment/compare.ts';
import type { CompareChoice } from '../places.ts';
import { useProcessGroups } from '../result/use-process-groups.ts';
import styles from './compare.module.css';

interface ComparisonFiltersProps {
  readonly results: readonly ComparedResult[];
  readonly choice: CompareChoice;
  readonly onChange: (change: CompareChoice) => void;
}

/** Narrows a comparison to a unit, a year or a domain, and says with what is compared. */
export function ComparisonFilters({ results, choice, onChange }: ComparisonFiltersProps) {
  const groups = useProcessGroups(processesIn(results));
  const units = [...new Set(results.map(({ unit }) => unit))].toSorted();
  const years = [...new Set(results.map(({ on }) => on.slice(0, 4)))].toSorted();
  const plain = (value: string) => ({ value, label: value });
  const filters = [
    { name: 'unit', label: 'Unit', empty: 'All units', options: units.map(plain) },
    { name: 'year', label: 'Year', empty: 'All years', options: years.map(plain) },
    {
      name: 'domain',
      label: 'Domain',
      empty: 'All domains',
      options: groups.map(({ domain, name }) => ({ value: domain, label: name })),
    },
    {
      name: 'base',
      label: 'Compared with',
      empty: 'The one before of the same unit',
      options: inOrder(results).map(({ id, title, on }) => ({ value: id, label: `${title}, ${on}` })),
    },
  ] as const;
  return (
    <div className={styles.filters}>
      {filters.map(({ name, label, empty, options }) => (
        <Select
          key={name}
          label={label}
          emptyLabel={empty}
          value={choice[name] ?? ''}
          options={options}
          onChange={(value) => onChange({ [name]: value === '' ? undefined : value })}
        />
      ))}
    </div>
  );
}
