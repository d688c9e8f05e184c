import LinkOffIcon from '@mui/icons-material/LinkOff';
import { useMemo, useState } from 'react';
import { useNow } from '#renderer/data/data.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { Cell } from '../columns/Cell.tsx';
import { columnMap, columnsOf } from '../columns/columns.ts';
import { paths } from '../navigation.ts';
import type { Relation } from './relations.ts';
import { offersForm } from '../new-record.ts';
import { RelatedTools } from './RelatedTools.tsx';
import { useLink } from './use-link.ts';
import { useRelatedRows } from './use-related-rows.ts';
import type { ShownRecord } from '../page/use-record-page.ts';
import styles from './related.module.css';

const step = 25;
const none: readonly string[] = [];
const mostColumns = 5;

/** The records on the other side of a relation, to be opened, linked, made and unlinked. */
export function RelatedList({
  shown,
  relation,
}: {
  readonly shown: ShownRecord;
  readonly relation: Relation;
}) {
  const { record, actor, canEdit } = shown;
  const { type, isOwn } = relation;
  const { problems, link, unlink } = useLink(record, relation);
  const now = useNow();
  const zone = useZone();
  const [most, setMost] = useState(step);
  const { rows, total } = useRelatedRows(relation, most);
  const columns = useMemo(() => {
    const byName = columnMap(columnsOf(type, actor));
    const names = new Set(['number', type.views.title, 'state', ...type.views.list]);
    return [...names].flatMap((name) => byName.get(name) ?? []).slice(0, mostColumns);
  }, [type, actor]);
  const canLink = isOwn ? canEdit : type.edit.allows(actor, undefined);
  return (
    <div className={styles.related}>
      <ProblemAlert problems={problems} />
      <RelatedTools
        record={record}
        relation={relation}
        canLink={canLink}
        canCreate={canLink && offersForm(type, actor)}
        onLink={(other) => void link(other)}
      />
      {rows.length === 0 ? (
        <EmptyState compact title={`No ${relation.label.toLowerCase()}`} />
      ) : (
        <DataTable caption={relation.label}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.label}
                </th>
              ))}
              {canLink && <td />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {columns.map((column) => (
                  <td key={column.name}>
                    {column.name === 'number' ? (
                      <AppLink href={paths.record(row.id)}>{String(row.cells['number'])}</AppLink>
                    ) : (
                      <Cell type={type} column={column} row={row} now={now} zone={zone} words={none} />
                    )}
                  </td>
                ))}
                {canLink && (
                  <td className={styles.unlink}>
                    <IconButton
                      label={`Unlink ${String(row.cells['number'])}`}
                      onClick={() => void unlink(row.id)}
                    >
                      <LinkOffIcon />
                    </IconButton>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
      {total > rows.length && rows.length > 0 && (
        <Button size="small" onClick={() => setMost((count) => count + step)}>
          Show more of {total.toLocaleString('en-GB')}
        </Button>
      )}
    </div>
  );
}
