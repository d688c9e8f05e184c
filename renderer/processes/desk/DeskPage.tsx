import AddIcon from '@mui/icons-material/AddOutlined';
import { useRouter, useLocation } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCounts, useData, useNow } from '#renderer/data/data.ts';
import { useQuickCreate } from '#renderer/record/form/quick-create.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PrintPage } from '#renderer/ui/PrintPage.tsx';
import { TabPanel, Tabs } from '#renderer/ui/Tabs.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { AgeCard } from './AgeCard.tsx';
import { deskTypes } from './desk-queries.ts';
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
          </Button>{' '}
          <LinkButton href="/import">Import from a file</LinkButton>
        </>
      }
    />
  );
}

function Figures({ type }: { readonly type: RecordType }) {
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

/** What the desk has to look at now; every figure is a link to exactly its records. */
export function DeskPage() {
  const { catalogue } = useData();
  const router = useRouter();
  const now = useNow();
  const { name } = useUnit();
  const types = useMemo(() => deskTypes(catalogue), [catalogue]);
  const search: Readonly<Record<string, unknown>> = useLocation().search;
  const type = types.find((one) => one.name === search['type']) ?? types[0];
  return (
    <>
      <div className="no-print">
        <PageHeader
          title="Desk"
          before={name}
          actions={
            <span className={styles.asOf}>
              As of <Time at={now} mode="absolute" />
            </span>
          }
        />
      </div>
      {type && (
        <div className={styles.page}>
          <Tabs
            label="What the desk works on"
            value={type.name}
            onChange={(next) => void router.navigate({ href: `/?type=${next}`, replace: true })}
            items={types.map((one) => ({ value: one.name, label: one.plural }))}
          />
          <TabPanel value={type.name} current={type.name}>
            <PrintPage title={`Desk: ${type.plural.toLowerCase()}`} subtitle={name} asOf={now}>
              <Figures key={type.name} type={type} />
            </PrintPage>
          </TabPanel>
        </div>
      )}
    </>
  );
}
