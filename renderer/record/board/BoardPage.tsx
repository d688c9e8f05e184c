import ListIcon from '@mui/icons-material/ViewListOutlined';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { columnsOf } from '../columns/columns.ts';
import { FilterBar } from '../filter/FilterBar.tsx';
import { useKnownActor } from '../known-actor.ts';
import { paths, useAddressSearch, useNavigation } from '../navigation.ts';
import { ActionDialog } from '../page/ActionDialog.tsx';
import { allOf, searchToQuery } from '../query-search.ts';
import { BoardLane } from './BoardLane.tsx';
import { boardQuery } from './lanes.ts';
import { useBoard, type Asking } from './use-board.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { useMemo } from 'react';
import styles from './board.module.css';

/** The records of a type as cards in lanes; a card is moved by dragging it, or by its menu. */
export function BoardPage({ type }: { readonly type: RecordType }) {
  const actor = useKnownActor();
  const search = useAddressSearch();
  const { go } = useNavigation();
  const asked = JSON.stringify(boardQuery(type, searchToQuery(type.name, search) ?? allOf(type.name)));
  const query = useMemo(() => JSON.parse(asked) as Query, [asked]);
  const board = useBoard(type, query);
  const { lanes, dragged, asking, problems, ask, dismiss } = board;
  const columns = useMemo(() => columnsOf(type, actor), [type, actor]);
  return (
    <div className={styles.page}>
      <PageHeader
        title={type.plural}
        meta="Board"
        actions={
          <LinkButton href={paths.list(query)} icon={<ListIcon />}>
            List
          </LinkButton>
        }
      >
        <FilterBar
          query={query}
          columns={columns}
          onChange={(next) => go(paths.board(next), { replace: true })}
        />
      </PageHeader>
      <ProblemAlert problems={problems} onDismiss={dismiss} />
      <div className={styles.lanes} data-dragging={dragged !== undefined || undefined}>
        {lanes.map((lane) => (
          <BoardLane key={lane.value} type={type} lane={lane} board={board} />
        ))}
      </div>
      {asking && <MoveDialog key={asking.record.id} type={type} asking={asking} onAsk={ask} />}
    </div>
  );
}

interface MoveDialogProps {
  readonly type: RecordType;
  readonly asking: Asking;
  readonly onAsk: (asking: Asking | undefined) => void;
}

/** Asks which of several actions is meant, then what that one needs. */
function MoveDialog({ type, asking, onAsk }: MoveDialogProps) {
  const { record, ways } = asking;
  const [only] = ways;
  if (ways.length === 1 && only) {
    return <ActionDialog type={type} record={record} transition={only} onClose={() => onAsk(undefined)} />;
  }
  return (
    <Dialog open title={`Move ${record.number}`} width="small" onClose={() => onAsk(undefined)}>
      <div className={styles.ways}>
        {ways.map((way) => (
          <Button key={way.action} onClick={() => onAsk({ record, ways: [way] })}>
            {way.label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
