import { Section } from '#renderer/ui/Section.tsx';
import type { Overlay } from '#shared/library/model.ts';
import { ProcessLinks } from './ProcessLinks.tsx';
import { Sources } from './Sources.tsx';
import styles from './library.module.css';

function Points({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <Section title={title}>
      <ul className={styles.list}>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  );
}

/** A way of working that lies over some processes. */
export function OverlayBody({ overlay }: { readonly overlay: Overlay }) {
  return (
    <>
      <Section title="Purpose">
        <p>{overlay.purpose}</p>
      </Section>
      <Section title="Lies over">
        <ProcessLinks codes={overlay.on} />
      </Section>
      <Section title="Outcomes">
        <ul className={styles.outcomes}>
          {overlay.outcomes.map(({ code, text, activities }) => (
            <li key={code} className={styles.outcome}>
              <span className={styles.code}>{code}</span>
              <span>{text}</span>
              {activities.length > 0 && (
                <span className={styles.muted}>Brought about by {activities.join(', ')}</span>
              )}
            </li>
          ))}
        </ul>
      </Section>
      {overlay.activities.length > 0 && (
        <Section title="Activities">
          <dl className={styles.pairs}>
            {overlay.activities.map(({ code, name, does, tasks }) => (
              <div key={code}>
                <dt>
                  {code} {name}
                </dt>
                <dd>
                  {does}
                  <ul className={styles.list}>
                    {tasks.map((task) => (
                      <li key={task}>{task}</li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <div className={styles.columns}>
        <Points title="Inputs" texts={overlay.inputs} />
        <Points title="Outputs" texts={overlay.outputs} />
      </div>
      <Sources sources={overlay.sources} />
    </>
  );
}
