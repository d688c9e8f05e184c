import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useData, useNow } from '#renderer/data/data.ts';
import { useAddressSearch } from '#renderer/record/navigation.ts';
import { useUnit } from '#renderer/session/unit.ts';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { PrintPage } from '#renderer/ui/PrintPage.tsx';
import { TabPanel, Tabs } from '#renderer/ui/Tabs.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { deskTypes } from './desk-queries.ts';
import { DeskFigures } from './DeskFigures.tsx';
import styles from './Desk.module.css';

/** What the desk has to look at now; every figure is a link to exactly its records. */
export function DeskPage() {
  const { catalogue } = useData();
  const router = useRouter();
  const now = useNow();
  const { name } = useUnit();
  const types = useMemo(() => deskTypes(catalogue), [catalogue]);
  const search = useAddressSearch();
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
              <DeskFigures key={type.name} type={type} />
            </PrintPage>
          </TabPanel>
        </div>
      )}
    </>
  );
}
