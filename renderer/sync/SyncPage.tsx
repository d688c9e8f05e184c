import { useState } from 'react';
import { useAsides, useExchanges, useNow, useRuledAside, useSyncStatus } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { BundleSection } from './bundles/BundleSection.tsx';
import { AsideTable } from './AsideTable.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import { ExchangeTable } from './ExchangeTable.tsx';
import { HostHub } from './HostHub.tsx';
import { HubPanel } from './HubPanel.tsx';
import { countEntries } from './words.ts';
import styles from './sync.module.css';

const clockEvery = 5_000;

/** Where this device stands with its hubs: what waits, what was exchanged, what was set aside; and the way to join one. */
export function SyncPage() {
  const { hubs, unsent } = useSyncStatus();
  const exchanges = useExchanges();
  const runs = useAsides();
  const ruled = useRuledAside();
  const asides = runs.length + ruled.length;
  const now = useNow(clockEvery);
  const [isAdding, setAdding] = useState(false);
  const isAlone = hubs.length === 0;
  return (
    <>
      <PageHeader
        title="Sync"
        meta={
          <span>
            {isAlone
              ? 'Connected to no hub'
              : unsent.entries === 0
                ? 'Everything written here is at a hub'
                : `${countEntries(unsent.entries)} not yet at any hub`}
            {asides > 0 && ` · ${asides.toLocaleString('en-GB')} set aside`}
          </span>
        }
        actions={
          !isAlone && !isAdding && <Button onClick={() => setAdding(true)}>Connect to another hub</Button>
        }
      />
      <div className={styles.body}>
        {hubs.map((status) => (
          <HubPanel key={status.hub.id} status={status} now={now} />
        ))}
        {(isAlone || isAdding) && (
          <div className={styles.panel}>
            <Section
              title="Connect to a hub"
              actions={
                isAdding &&
                !isAlone && (
                  <Button size="small" variant="quiet" onClick={() => setAdding(false)}>
                    Close
                  </Button>
                )
              }
            >
              {isAlone && (
                <p className={styles.lead}>
                  A hub is the server of your unit: laptops that are connected to it exchange their work
                  through it, over any link and after any time apart. Everything stays on this device as well,
                  and works without the hub.
                </p>
              )}
              <EnrolForm draftKey="sync:enrol" onDone={() => setAdding(false)} />
            </Section>
          </div>
        )}
        {!isAlone && <BundleSection />}
        <HostHub />
        {(!isAlone || exchanges.length > 0) && (
          <div className={styles.panel}>
            <Section title="History of exchanges">
              {exchanges.length === 0 ? (
                <EmptyState compact title="Nothing was exchanged yet." />
              ) : (
                <ExchangeTable exchanges={exchanges} hubs={hubs.map(({ hub }) => hub)} now={now} />
              )}
            </Section>
          </div>
        )}
        {asides > 0 && (
          <div className={styles.panel}>
            <Section title="Set aside">
              <p className={styles.muted}>
                This is kept and does not count: a hub ruled that its author lacked the right, or it came from
                elsewhere and could not be taken in. It does not hold up anything else.
              </p>
              <AsideTable runs={runs} ruled={ruled} now={now} />
            </Section>
          </div>
        )}
      </div>
    </>
  );
}
