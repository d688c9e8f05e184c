import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useCounts } from '#renderer/data/data.ts';
import { useKnownActor } from '../known-actor.ts';
import { useNavigation } from '../navigation.ts';
import { newRecordWay } from '../new-record.ts';
import { withText } from '../filter/edit-query.ts';
import { useMemo } from 'react';
import type { Query, SavedFilter } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import styles from './list.module.css';

interface ListEmptyProps {
  readonly type: RecordType;
  readonly query: Query;
  readonly filter: SavedFilter | undefined;
  readonly onChange: (query: Query) => void;
}

/** Why the list is empty, and what to do next. */
export function ListEmpty({ type, query, filter, onChange }: ListEmptyProps) {
  const actor = useKnownActor();
  const { go } = useNavigation();
  const [all] = useCounts(useMemo(() => [{ type: type.name, where: [] }], [type]));
  return <div className={styles.empty}>{content()}</div>;

  function content() {
    if (query.text) {
      return (
        <EmptyState
          title={`Nothing found for “${query.text}”`}
          text="Every word has to stand in a record; the last one may be its beginning."
          action={<Button onClick={() => onChange(withText(query, ''))}>Clear search</Button>}
        />
      );
    }
    if (!type.see.allows(actor, undefined)) {
      return (
        <EmptyState
          title={`You may not see ${type.plural.toLowerCase()}`}
          text={`It takes the right to ${type.see.label}, which ${type.see.givenBy} can give.`}
        />
      );
    }
    if (all === 0) {
      const making = newRecordWay(type, actor);
      return (
        <EmptyState
          title={`No ${type.plural.toLowerCase()} yet`}
          text={type.help}
          action={
            making && (
              <Button variant="primary" onClick={() => go(making.href)}>
                {making.label}
              </Button>
            )
          }
        />
      );
    }
    return (
      <EmptyState
        title={filter ? `Nothing in “${filter.label}”` : 'Nothing meets these conditions'}
        text={
          all === undefined
            ? undefined
            : `${all.toLocaleString('en-GB')} ${type.plural.toLowerCase()} in all.`
        }
        action={
          query.where.length > 0 && (
            <Button onClick={() => onChange({ type: type.name, where: [] })}>Show all</Button>
          )
        }
      />
    );
  }
}
