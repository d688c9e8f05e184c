import { useMemo } from 'react';
import { useRouter } from '@tanstack/react-router';
import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { useAddressSearch } from '#renderer/record/navigation.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { TabPanel, Tabs } from '#renderer/ui/Tabs.tsx';
import { ConflictList } from './ConflictList.tsx';
import { openConflicts, overtakenActs, type OpenConflict } from './conflicts.ts';
import { OvertakenList } from './OvertakenList.tsx';
import { useMarkedRecords } from './use-marked.ts';
import { useNoted } from './use-noted.ts';
import styles from './conflicts.module.css';

function howMany(conflicts: readonly OpenConflict[]): string {
  const records = new Set(conflicts.map(({ record }) => record.id)).size;
  if (records === 0) return 'No value waits for a choice';
  const fields = conflicts.length === 1 ? '1 field' : `${conflicts.length.toLocaleString('en-GB')} fields`;
  return `${fields} of ${records === 1 ? '1 record' : `${records.toLocaleString('en-GB')} records`}`;
}

/** What people wrote without having seen each other: values to choose from, and actions that came too late. */
export function ConflictsPage() {
  const { catalogue } = useData();
  const actor = useKnownActor();
  const router = useRouter();
  const tab = useAddressSearch()['tab'] === 'overtaken' ? 'overtaken' : 'conflicts';
  const inConflict = useMarkedRecords('hasConflict');
  const withOvertaken = useMarkedRecords('hasOvertaken');
  const conflicts = useMemo(
    () => inConflict && openConflicts(catalogue, inConflict, actor),
    [catalogue, inConflict, actor],
  );
  const overtaken = useMemo(
    () => withOvertaken && overtakenActs(catalogue, withOvertaken),
    [catalogue, withOvertaken],
  );
  const noted = useNoted();
  const open = overtaken?.filter(({ act }) => !noted.has(act.ref)).length;
  return (
    <div className={styles.page}>
      <PageHeader title="Conflicts" meta={conflicts && <span>{howMany(conflicts)}</span>} />
      <Tabs
        label="What was written at the same time"
        value={tab}
        onChange={(next) => void router.navigate({ href: `/conflicts?tab=${next}`, replace: true })}
        items={[
          { value: 'conflicts', label: 'Values to choose', count: inConflict?.length },
          { value: 'overtaken', label: 'Overtaken actions', count: open },
        ]}
      />
      <div className={styles.body} aria-busy={(tab === 'conflicts' ? conflicts : overtaken) === undefined}>
        <TabPanel value="conflicts" current={tab}>
          {conflicts && <ConflictList conflicts={conflicts} />}
        </TabPanel>
        <TabPanel value="overtaken" current={tab}>
          {overtaken && <OvertakenList overtaken={overtaken} noted={noted} />}
        </TabPanel>
      </div>
    </div>
  );
}
