import AddIcon from '@mui/icons-material/AddOutlined';
import { useMemo } from 'react';
import { useCounts, useNow } from '#renderer/data/data.ts';
import { useQuickCreate } from '#renderer/record/form/quick-create.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { AgeCard } from './AgeCard.tsx';
import { FlowCard } from './FlowCard.tsx';
import { HeadFigures } from './HeadFigures.tsx';
import { NextDueCard } from './NextDueCard.tsx';
import { PriorityCard } from './PriorityCard.tsx';
import { UnassignedCard } from './UnassignedCard.tsx';
import styles from './Desk.module.css';

function NothingYet({ type }: { readonly type: RecordType }) {
  const { open } = useQuickCreate();
  const label = type.label.toLowerCase();
  return (
    <EmptyState
      title={`No ${type.plural.toLowerCase()} yet`}
      text="Once some are logged or imported, this page shows what needs somebody now: the targets that come due next, what nobody has taken, what grows old."
      action={
        <>
          <Button variant="primary" icon={<AddIcon />} onClick={() => void open(type.name)}>
            Log {/^[aeiou]/.test(label) ? 'an' : 'a'} {label}
          </Button>
          <LinkButton href="/import">Import from a file</LinkButton>
        </>
      }
    />
  );
}

/** The figures and lists of one record type. */
export function DeskFigures({ type }: { readonly type: RecordType }) {
  const now = useNow();
  const [all] = useCounts(useMemo(() => [{ type: type.name, where: [] }], [type]));
  if (all === 0) return <NothingYet type={type} />;
  return (
    <div className={styles.grid}>
      <HeadFigures type={type} now={now} />
      <NextDueCard type={type} now={now} />
      <PriorityCard type={type} />
      <AgeCard type={type} now={now} />
      <UnassignedCard type={type} now={now} />
      <FlowCard type={type} now={now} />
    </div>
  );
}
