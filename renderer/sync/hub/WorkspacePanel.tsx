import { useState } from 'react';
import { TabPanel, Tabs } from '#renderer/ui/Tabs.tsx';
import type { WorkspaceInfo } from '#shared/contracts/hub.ts';
import { BundlesPanel } from './BundlesPanel.tsx';
import { CodesPanel } from './CodesPanel.tsx';
import { DeadLettersPanel } from './DeadLettersPanel.tsx';
import { DevicesPanel } from './DevicesPanel.tsx';
import { useHubAnswer } from './use-hub.tsx';
import styles from './hub.module.css';

/** One workspace: who is in it, who may join, and what could not be taken in. */
export function WorkspacePanel({ workspace }: { readonly workspace: WorkspaceInfo }) {
  const { id, name } = workspace;
  const [tab, setTab] = useState<'devices' | 'codes' | 'letters' | 'bundles'>('devices');
  const devices = useHubAnswer(`replicas ${id}`, (admin) => admin.replicas(id));
  const codes = useHubAnswer(`codes ${id}`, (admin) => admin.codes(id));
  const letters = useHubAnswer(`letters ${id}`, (admin) => admin.deadLetters(id));
  return (
    <section className={styles.panel} aria-label={name}>
      <h2 className={styles.name}>{name}</h2>
      <Tabs
        label={`Parts of ${name}`}
        value={tab}
        onChange={setTab}
        items={[
          { value: 'devices', label: 'Devices', count: devices.answer?.length },
          { value: 'codes', label: 'Codes', count: codes.answer?.filter(({ usedAt }) => !usedAt).length },
          { value: 'letters', label: 'Dead letters', count: letters.answer?.length },
          { value: 'bundles', label: 'Bundles' },
        ]}
      />
      <TabPanel value="devices" current={tab}>
        <DevicesPanel workspace={workspace} {...devices} onInvite={() => setTab('codes')} />
      </TabPanel>
      <TabPanel value="codes" current={tab}>
        <CodesPanel workspace={workspace} {...codes} devices={devices.answer ?? []} />
      </TabPanel>
      <TabPanel value="letters" current={tab}>
        <DeadLettersPanel {...letters} devices={devices.answer ?? []} />
      </TabPanel>
      <TabPanel value="bundles" current={tab}>
        <BundlesPanel workspace={workspace} devices={devices.answer ?? []} />
      </TabPanel>
    </section>
  );
}
