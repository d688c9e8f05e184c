import { useTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import { RecordMarking } from '#renderer/record/RecordMarking.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { textOf } from '#shared/definition/record.ts';
import type { TypeReport } from './use-handover.ts';
import styles from './Handover.module.css';

/** Major incidents with what stakeholders were told last. */
export function MajorSection({ reports }: { readonly reports: readonly TypeReport[] }) {
  const all = reports.flatMap(({ type, majors }) => majors.map((record) => ({ type, record })));
  const managers = useTitles(
    all.map(({ record }) => textOf(record, 'majorManager')).filter((id) => id !== ''),
  );
  return (
    <Section title={`Major incidents (${String(all.length)})`}>
      {all.length === 0 ? (
        <p>None is open, and none was worked in this period.</p>
      ) : (
        <ul className={styles.majors}>
          {all.map(({ type, record }) => {
            const state = type.lifecycle.states[record.state];
            const manager = textOf(record, 'majorManager');
            const update = textOf(record, 'stakeholderUpdate');
            const next = record.fields['nextUpdateDue'];
            return (
              <li key={record.id} className={styles.major}>
                <div className={styles.majorHead}>
                  <AppLink href={paths.record(record.id)}>{record.number}</AppLink>
                  <strong>
                    <RecordMarking record={record} />
                    {textOf(record, type.views.title)}
                  </strong>
                  {state && <StateChip stateClass={state.class} label={state.label} />}
                  <span>Manager: {manager ? (managers.get(manager) ?? manager) : 'nobody'}</span>
                </div>
                <p className={styles.update}>
                  {update || 'Stakeholders were not told anything yet.'}
                  {record.lastStakeholderUpdateAt !== undefined && (
                    <>
                      {' '}
                      (<Time at={record.lastStakeholderUpdateAt} mode="absolute" />)
                    </>
                  )}
                </p>
                {typeof next === 'number' && (
                  <p className={styles.update}>
                    Next update due <Time at={next} mode="absolute" />
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
