import type { ReactNode } from 'react';
import { useProcessGroups } from './use-process-groups.ts';
import styles from './result.module.css';

interface GroupedRowsProps<Item> {
  readonly items: readonly Item[];
  /** Columns of the table. */
  readonly columns: number;
  /** Cells of a process; `name` is '' where the model does not know it. */
  readonly row: (item: Item, name: string) => ReactNode;
}

/** The rows of a table of processes, by domain. */
export function GroupedRows<Item extends { readonly process: string }>({
  items,
  columns,
  row,
}: GroupedRowsProps<Item>) {
  const groups = useProcessGroups(items.map(({ process }) => process));
  return groups.map(({ domain, name: domainName, processes }) => (
    <tbody key={domain}>
      <tr className={styles.domain}>
        <th scope="rowgroup" colSpan={columns}>
          {domainName}
        </th>
      </tr>
      {processes.map(({ code, name }) => {
        const item = items.find(({ process }) => process === code);
        return item && <tr key={code}>{row(item, name)}</tr>;
      })}
    </tbody>
  ));
}
