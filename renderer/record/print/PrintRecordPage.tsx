import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useData } from '#renderer/data/data.ts';
import { PriorityChip } from '#renderer/ui/PriorityChip.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { isEmpty } from '#shared/definition/values.ts';
import { RecordMarking } from '../RecordMarking.tsx';
import { FieldDisplay } from '../fields/FieldDisplay.tsx';
import { layOut } from '../form/form-layout.ts';
import { DerivedSection } from '../page/DerivedSection.tsx';
import { titleOf, useRecordPage, type ShownRecord } from '../page/use-record-page.ts';
import { useRecordPaper } from './use-record-paper.ts';
import { PrintFiles } from './PrintFiles.tsx';
import { PrintFrame } from './PrintFrame.tsx';
import { PrintTimeline } from './PrintTimeline.tsx';
import styles from './print.module.css';

/** A record as it goes on paper or into a PDF: all that is filled, and the whole timeline. */
export function PrintRecordPage({ id }: { readonly id: string }) {
  const state = useRecordPage(id);
  if (state.status === 'loading') return <div aria-busy="true" />;
  if (state.status === 'missing')
    return (
      <EmptyState
        title="There is no such record here, or you may not see it"
        action={<Button onClick={() => window.history.back()}>Back</Button>}
      />
    );
  return <PrintRecord shown={state.shown} />;
}

function PrintRecord({ shown }: { readonly shown: ShownRecord }) {
  const { type, record, derived } = shown;
  const data = useData();
  const title = titleOf(type, record);
  const state = type.lifecycle.states[record.state];
  const sections = layOut(type, record, (name) => name !== type.views.title && !isEmpty(record.fields[name]));
  const isReady = useRecordPaper(record);
  return (
    <PrintFrame
      name={record.number}
      title={`${record.number} ${title}`}
      subtitle={type.label}
      asOf={data.now()}
      isReady={isReady}
    >
      <div className={styles.facts}>
        {state && <StateChip stateClass={state.class} label={state.label} />}
        <PriorityChip value={derived['priority']} />
        <RecordMarking record={record} always />
      </div>
      {sections.map((section) => (
        <Section key={section.name} title={section.label}>
          <dl className={styles.fields}>
            {section.fields.map(({ name, field, isWide }) => (
              <div key={name} className={isWide ? styles.wide : undefined}>
                <dt className={styles.label}>{field.label}</dt>
                <dd>
                  <FieldDisplay field={field} value={record.fields[name]} />
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      ))}
      <DerivedSection shown={shown} />
      <PrintFiles shown={shown} />
      <PrintTimeline shown={shown} />
    </PrintFrame>
  );
}
