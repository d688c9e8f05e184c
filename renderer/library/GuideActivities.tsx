import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { TailoredProcess } from '#shared/library/tailor.ts';
import { libraryPaths } from './places.ts';
import { TailoredText, TailorMark } from './TailorMark.tsx';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

/** What is done, step by step. */
export function GuideActivities({ process: { activities } }: { readonly process: TailoredProcess }) {
  const { model, id } = useShownModel();
  if (activities.length === 0)
    return (
      <Section title="Activities">
        <p className={styles.muted}>The framework names no activities for this process.</p>
      </Section>
    );
  return (
    <Section title="Activities">
      <dl className={styles.pairs}>
        {activities.map((activity) => {
          const control = model.controls.find(({ kind }) => kind === activity.control);
          return (
            <div key={activity.code}>
              <dt>
                {activity.code} <TailoredText part={activity} text={activity.name} />
              </dt>
              <dd>
                {activity.does}
                <ul className={styles.list}>
                  {activity.tasks.map((task) => (
                    <li key={task}>{task}</li>
                  ))}
                </ul>
                {control && (
                  <div>
                    By the {control.tasks.length} tasks of the common control activity{' '}
                    <AppLink href={libraryPaths.part('control', control.kind, id)}>{control.name}</AppLink>
                  </div>
                )}
                <TailorMark part={activity} />
              </dd>
            </div>
          );
        })}
      </dl>
    </Section>
  );
}
