import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { isInLibrary, paths } from '#renderer/record/navigation.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { TabPanel, Tabs } from '#renderer/ui/Tabs.tsx';
import { MetricTable } from '../help/MetricTable.tsx';
import { RaciTable } from '../help/RaciTable.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { ProcessPurpose } from './ProcessPurpose.tsx';
import { RecordLinks } from './RecordLinks.tsx';
import { TypeHelpSection } from './TypeHelpSection.tsx';
import styles from './Pages.module.css';

type Tab = 'purpose' | 'activities' | 'records' | 'figures';

/** What a process is for, who answers for what, its records and its figures. */
export function ProcessPage() {
  const code = useAddressPart('code');
  const process = useData().catalogue.process(code ?? '');
  const [tab, setTab] = useState<Tab>('purpose');
  if (!process) return <NotFoundPage />;
  return (
    <>
      <PageHeader
        title={process.name}
        before={`${process.code} · DESMF section ${process.section}${process.isoClauses.length > 0 ? ` · ISO/IEC 20000-2 ${process.isoClauses.join(', ')}` : ''}`}
        meta={<RecordLinks process={process} />}
        actions={
          isInLibrary(process.code) && <LinkButton href={paths.guide(process.code)}>Process guide</LinkButton>
        }
      />
      <div className={styles.body}>
        <Tabs<Tab>
          label="Parts of the process page"
          value={tab}
          onChange={setTab}
          items={[
            { value: 'purpose', label: 'Purpose' },
            { value: 'activities', label: 'Activities and roles', count: process.activities.length },
            { value: 'records', label: 'Record types', count: process.recordTypes.length },
            { value: 'figures', label: 'Figures', count: process.metrics.length },
          ]}
        />
        <TabPanel value="purpose" current={tab}>
          <ProcessPurpose process={process} />
        </TabPanel>
        <TabPanel value="activities" current={tab}>
          <RaciTable process={process} />
        </TabPanel>
        <TabPanel value="records" current={tab}>
          {process.recordTypes.map((type) => (
            <TypeHelpSection key={type.name} type={type} isOpen={process.recordTypes.length === 1} />
          ))}
        </TabPanel>
        <TabPanel value="figures" current={tab}>
          <MetricTable process={process} />
        </TabPanel>
      </div>
    </>
  );
}
