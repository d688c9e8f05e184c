import { useData, useRecord } from '#renderer/data/data.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { stepsOf } from '#shared/processes/improvement/conformance-plan.ts';
import { PlanSteps } from './PlanSteps.tsx';
import { SignatureLines } from './SignatureLines.tsx';
import styles from './conformance.module.css';

/** A plan as it goes on paper. */
export function PlanPage() {
  const { record, isMissing } = useRecord(useAddressPart('id'));
  if (isMissing || (record && record.type !== 'conformance-plan')) {
    return (
      <EmptyState title="There is no such plan" text="It is not on this device, or you may not see it." />
    );
  }
  return record ? <Plan plan={record} /> : null;
}

function Plan({ plan }: { readonly plan: RecordView }) {
  const data = useData();
  const component = textOf(plan, 'component');
  const names = useTitles([component].filter((id) => id !== ''));
  const owners = stepsOf(plan).flatMap(({ owner }) => (typeof owner === 'string' ? [owner] : []));
  const isReady = usePaper({ ids: [plan.id, component, ...owners], isComplete: true });
  return (
    <PrintFrame
      name={`Conformance plan ${plan.number}`}
      title={textOf(plan, 'name')}
      subtitle={`Conformance plan ${plan.number}, ${names.get(component) ?? '…'}`}
      asOf={data.now()}
      landscape
      isWide
      isReady={isReady}
    >
      {(
        [
          ['Priorities', 'priorities'],
          ['How services are measured', 'measuring'],
        ] as const
      ).map(
        ([title, field]) =>
          textOf(plan, field) !== '' && (
            <Section key={field} title={title}>
              <p className={styles.text}>{textOf(plan, field)}</p>
            </Section>
          ),
      )}
      <Section title="Steps">
        <PlanSteps plan={plan} />
      </Section>
      <SignatureLines of={['Head of the component', 'Process owner']} />
    </PrintFrame>
  );
}
