import { useMemo } from 'react';
import { useData } from '#renderer/data/data.ts';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import type { Column } from '../columns/columns.ts';
import { effectiveSort } from '../filter/edit-query.ts';
import { useConditionTexts } from '../filter/use-condition-texts.ts';
import { useColumns } from '../list/use-columns.ts';
import { useAddressSearch } from '../navigation.ts';
import { allOf, searchToQuery } from '../query-search.ts';
import { isMarked } from '#shared/definition/marking-field.ts';
import { usualMarking } from '#shared/engine/marking.ts';
import { MarkingMark } from '../MarkingMark.tsx';
import { usePaper } from './use-paper.ts';
import { PrintFrame } from './PrintFrame.tsx';
import { usePrintRows } from './use-print-rows.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './print.module.css';

/** A whole list as it goes on paper, with the columns that the list shows. */
export function PrintListPage({ type }: { readonly type: RecordType }) {
  const data = useData();
  const zone = useZone();
  const search = useAddressSearch();
  const { shown, all } = useColumns(type);
  const asked = JSON.stringify(searchToQuery(type.name, search) ?? allOf(type.name));
  const query = useMemo(() => {
    const read = JSON.parse(asked) as Query;
    return { ...read, sort: effectiveSort(read, type.views.sort) };
  }, [asked, type]);
  const { rows, total, isComplete } = usePrintRows(type, query, shown, zone);
  const usual = usualMarking(data.config);
  const isReady = usePaper({
    ids: rows.flatMap(({ named }) => named),
    markings: isMarked(type) ? rows.map(({ marking }) => marking || usual) : [usual],
    isComplete,
  });
  const hasMarks = rows.some(({ marking }) => marking !== '' && marking !== usual);
  const conditions = useConditionTexts(all, query.where);
  const words = query.text ? [`holds “${query.text}”`] : [];
  const subtitle = [...conditions, ...words].join(', ') || 'All';
  return (
    <PrintFrame
      name={type.plural}
      title={type.plural}
      subtitle={`${subtitle} · ${total.toLocaleString('en-GB')}`}
      asOf={data.now()}
      landscape
      isReady={isReady}
    >
      {!isComplete && (
        <ProgressBar label="Reading the list" value={total === 0 ? undefined : rows.length / total} />
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            {hasMarks && <th scope="col">Marking</th>}
            {shown.map((column) => (
              <th key={column.name} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {hasMarks && (
                <td className={styles.short}>
                  <MarkingMark marking={row.marking} />
                </td>
              )}
              {row.cells.map((cell, index) => (
                <td key={shown[index]?.name} className={isShort(shown[index]) ? styles.short : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </PrintFrame>
  );
}

/** What must not be broken over two lines. */
function isShort(column: Column | undefined): boolean {
  return (
    column?.name === 'number' ||
    column?.name === 'state' ||
    column?.kind === 'instant' ||
    column?.kind === 'date'
  );
}
