import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useSavedFilters } from '#renderer/data/data.ts';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { BulkBar } from '../bulk/BulkBar.tsx';
import type { Column } from '../columns/columns.ts';
import { effectiveSort, toggleSort } from '../filter/edit-query.ts';
import { FilterBar } from '../filter/FilterBar.tsx';
import { paths, useNavigation } from '../navigation.ts';
import { setCurrentList } from './current-list.ts';
import { FilterStrip } from './FilterStrip.tsx';
import { ListEmpty } from './ListEmpty.tsx';
import { ListHead } from './ListHead.tsx';
import { NameDialog } from './NameDialog.tsx';
import { RecordTable, type ListAnswer } from './RecordTable.tsx';
import { useColumns } from './use-columns.ts';
import { useListQuery } from './use-list-query.ts';
import { useSelection } from './use-selection.ts';
import { useIsWide } from './use-is-wide.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './list.module.css';

const RecordPage = lazy(async () => ({ default: (await import('../page/RecordPage.tsx')).RecordPage }));
const ExportDialog = lazy(async () => ({
  default: (await import('../export/ExportDialog.tsx')).ExportDialog,
}));

/** Columns that are left when a record is open beside the list. */
const mostBeside = 3;
const narrowTitle = 120;

/** The list of a record type: saved filters, conditions, rows, selection, and a record beside it where there is room. */
export function ListPage({ type }: { readonly type: RecordType }) {
  const list = useListQuery(type);
  const { query, key, filter, filters, setQuery, pick, open, setOpen } = list;
  const { save } = useSavedFilters(type.name);
  const columns = useColumns(type);
  const isWide = useIsWide();
  const { go } = useNavigation();
  const [{ total, problem }, setAnswer] = useState<ListAnswer>({ total: undefined, problem: undefined });
  const [exporting, setExporting] = useState<'list' | 'selection'>();
  const [isNaming, setNaming] = useState(false);

  const sort = useMemo(() => effectiveSort(query, type.views.sort), [query, type]);
  const asked = useMemo(() => ({ ...query, sort }), [query, sort]);
  const selection = useSelection(asked, key);
  const isBeside = open !== undefined && isWide;
  const shown = useMemo(
    () => (isBeside ? besideColumns(columns.shown, type) : columns.shown),
    [columns.shown, isBeside, type],
  );

  const onOpen = useCallback(
    (id: string, index: number) => {
      setCurrentList({ query: asked, index, href: paths.list(query) });
      if (isWide) setOpen(id, { replace: open !== undefined });
      else go(paths.record(id));
    },
    [asked, query, isWide, open, setOpen, go],
  );
  const names = columns.shown.map(({ name }) => name);

  return (
    <div className={styles.page}>
      {!isBeside && <FilterStrip type={type} current={filter} onPick={pick} />}
      <div className={styles.main} data-beside={isBeside || undefined}>
        <ListHead
          type={type}
          query={query}
          title={filter?.label ?? 'Custom filter'}
          total={total}
          columns={columns}
          onChange={setQuery}
          onExport={() => setExporting('list')}
          isCompact={isBeside}
        />
        {!isBeside && (
          <div className={styles.filters}>
            <FilterBar
              query={query}
              columns={columns.all}
              onChange={setQuery}
              onSave={filter ? undefined : () => setNaming(true)}
            />
          </div>
        )}
        {problem && <ProblemAlert problems={[problem]} />}
        {selection.selected.size > 0 && (
          <BulkBar
            type={type}
            selected={selection.selected}
            onClear={selection.clear}
            onExport={() => setExporting('selection')}
          />
        )}
        <RecordTable
          type={type}
          query={asked}
          columns={shown}
          sort={sort}
          selection={selection}
          openRecord={open}
          onOpen={onOpen}
          onSort={(column) => setQuery(toggleSort(query, column))}
          onWidth={columns.setWidth}
          onAnswer={setAnswer}
        />
        {total === 0 && <ListEmpty type={type} query={query} filter={filter} onChange={setQuery} />}
      </div>
      {isBeside && (
        <div className={styles.record}>
          <Suspense>
            <RecordPage key={open} id={open} onClose={() => setOpen(undefined)} />
          </Suspense>
        </div>
      )}
      {exporting && (
        <Suspense>
          <ExportDialog
            type={type}
            records={exporting === 'list' ? asked : [...selection.selected]}
            count={exporting === 'list' ? total : selection.selected.size}
            shown={names}
            onClose={() => setExporting(undefined)}
          />
        </Suspense>
      )}
      {isNaming && (
        <NameDialog
          title="Save filter"
          label="Name"
          start=""
          help="It stands beside the list with its count, on this device."
          confirmLabel="Save filter"
          onClose={() => setNaming(false)}
          onConfirm={(label) => {
            const kept = { where: query.where, ...(query.sort ? { sort: query.sort } : {}) };
            save({ id: `own-${String(Date.now())}-${String(filters.length)}`, label, query: kept });
            setNaming(false);
          }}
        />
      )}
    </div>
  );
}

/** Number, title and what is urgent; the rest is on the record itself. */
function besideColumns(columns: readonly Column[], type: RecordType): readonly Column[] {
  const first = columns.filter(({ name }) => name === 'number' || name === type.views.title);
  const rest = columns.filter(
    ({ name, clock }) => name === 'state' || name === 'priority' || clock !== undefined,
  );
  return [...first, ...rest]
    .slice(0, mostBeside)
    .map((column) => (column.name === type.views.title ? { ...column, width: narrowTitle } : column));
}
