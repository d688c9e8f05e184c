import AddIcon from '@mui/icons-material/Add';
import ColumnsIcon from '@mui/icons-material/ViewColumnOutlined';
import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import BoardIcon from '@mui/icons-material/ViewKanbanOutlined';
import GuideIcon from '@mui/icons-material/MenuBookOutlined';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { useKnownActor } from '../known-actor.ts';
import { isInLibrary, paths, useNavigation } from '../navigation.ts';
import { newRecordWay } from '../new-record.ts';
import { useListSlots } from '../slots.ts';
import { ColumnChooser } from './ColumnChooser.tsx';
import { ListSearch } from './ListSearch.tsx';
import type { ListColumns } from './use-columns.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

interface ListHeadProps {
  readonly type: RecordType;
  readonly query: Query;
  /** Name of the filter shown. */
  readonly title: string;
  readonly total: number | undefined;
  readonly columns: ListColumns;
  readonly onChange: (query: Query) => void;
  readonly onExport: () => void;
  /** Beside a record there is room for the search only. */
  readonly isCompact: boolean;
}

export function ListHead({
  type,
  query,
  title,
  total,
  columns,
  onChange,
  onExport,
  isCompact,
}: ListHeadProps) {
  const actor = useKnownActor();
  const { go } = useNavigation();
  const [isChoosing, setChoosing] = useState(false);
  const search = (
    <ListSearch query={query} label={`Search ${type.plural.toLowerCase()}`} onChange={onChange} />
  );
  const added = useListSlots(type.name);
  const making = newRecordWay(type, actor);
  return (
    <>
      <PageHeader
        title={type.plural}
        meta={
          <span aria-live="polite">
            {title}
            {total !== undefined && ` · ${total.toLocaleString('en-GB')}`}
          </span>
        }
        actions={
          !isCompact && (
            <>
              {search}
              <IconButton label="Board" onClick={() => go(paths.board(query))}>
                <BoardIcon />
              </IconButton>
              <IconButton label="Columns" onClick={() => setChoosing(true)}>
                <ColumnsIcon />
              </IconButton>
              <IconButton label="Export" onClick={onExport}>
                <DownloadIcon />
              </IconButton>
              <IconButton label="Print list" onClick={() => go(paths.printList(query))}>
                <PrintIcon />
              </IconButton>
              {isInLibrary(type.process) && (
                <IconButton label="Process guide" onClick={() => go(paths.guide(type.process))}>
                  <GuideIcon />
                </IconButton>
              )}
              {added.map(({ View }, place) => (
                <View key={place} />
              ))}
              {making && (
                <Button icon={<AddIcon />} onClick={() => go(making.href)}>
                  {making.label}
                </Button>
              )}
            </>
          )
        }
      >
        {isCompact && search}
      </PageHeader>
      {isChoosing && <ColumnChooser columns={columns} onClose={() => setChoosing(false)} />}
    </>
  );
}
