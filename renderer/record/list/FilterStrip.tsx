import MoreIcon from '@mui/icons-material/MoreHoriz';
import { useMemo, useState } from 'react';
import { useCounts, useSavedFilters } from '#renderer/data/data.ts';
import { classes } from '#renderer/ui/classes.ts';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { NameDialog } from './NameDialog.tsx';
import type { SavedFilter } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './strip.module.css';

interface FilterStripProps {
  readonly type: RecordType;
  readonly current: SavedFilter | undefined;
  readonly onPick: (filter: SavedFilter) => void;
}

/** The filters that people pick by name, each with its live count. */
export function FilterStrip({ type, current, onPick }: FilterStripProps) {
  const { filters, own, save, remove } = useSavedFilters(type.name);
  const queries = useMemo(
    () => filters.map(({ query }) => ({ type: type.name, where: query.where })),
    [filters, type],
  );
  const counts = useCounts(queries);
  const [renaming, setRenaming] = useState<SavedFilter>();
  const isOwn = (filter: SavedFilter) => own.some((other) => other.id === filter.id);

  return (
    <nav className={styles.strip} aria-label={`Filters of ${type.plural.toLowerCase()}`}>
      <ul className={styles.list}>
        {filters.map((filter, index) => (
          <li key={filter.id} className={styles.item}>
            <button
              type="button"
              className={classes(styles.filter, filter.id === current?.id && styles.current)}
              aria-current={filter.id === current?.id ? 'true' : undefined}
              onClick={() => onPick(filter)}
            >
              <span className={styles.label}>{filter.label}</span>
              <span className={styles.count}>{counts[index]?.toLocaleString('en-GB') ?? ''}</span>
            </button>
            {isOwn(filter) && (
              <MenuButton
                label={`Filter ${filter.label}`}
                icon={<MoreIcon />}
                iconOnly
                items={[
                  { label: 'Rename', onSelect: () => setRenaming(filter) },
                  { label: 'Delete filter', danger: true, onSelect: () => remove(filter.id) },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
      {renaming && (
        <NameDialog
          title="Rename filter"
          label="Name"
          start={renaming.label}
          confirmLabel="Rename"
          onClose={() => setRenaming(undefined)}
          onConfirm={(label) => {
            save({ ...renaming, label });
            setRenaming(undefined);
          }}
        />
      )}
    </nav>
  );
}
