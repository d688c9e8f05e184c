import { Section } from '#renderer/ui/Section.tsx';
import type { CommonControl } from '#shared/library/model.ts';
import { ProcessLinks } from './ProcessLinks.tsx';
import { Sources } from './Sources.tsx';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

/** An activity that all processes have in common, task by task. */
export function ControlBody({ control }: { readonly control: CommonControl }) {
  const { model } = useShownModel();
  const processes = model.processes.filter(({ activities }) =>
    activities.some((activity) => activity.control === control.kind),
  );
  return (
    <>
      <p>{control.does}</p>
      <Section title="Tasks">
        <dl className={styles.pairs}>
          {control.tasks.map(({ name, does }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title="Processes that have it">
        <ProcessLinks codes={processes.map(({ code }) => code)} />
      </Section>
      <Sources sources={control.sources} />
    </>
  );
}
