import { useData } from '#renderer/data/data.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { openOverlay } from '../shell-store.ts';
import styles from './Pages.module.css';

/** The way into the help of every process and record type. */
export function HelpPage() {
  const { catalogue } = useData();
  return (
    <>
      <PageHeader
        title="Help"
        actions={<Button onClick={() => openOverlay('keys')}>Keyboard shortcuts</Button>}
      />
      <div className={styles.body}>
        <p>
          Outpost keeps everything on this laptop and needs no network. Log what comes in, work it with the
          actions its page offers, and hand over at the end of the shift; nothing is ever deleted, and every
          change stands in its record’s timeline.
        </p>
        <div className={styles.columns}>
          {catalogue.processes.map((process) => (
            <div key={process.code} className={styles.panel}>
              <Section title={`${process.code} ${process.name}`}>
                <p className={styles.muted}>{process.purpose}</p>
                <ul className={styles.links}>
                  <li>
                    <AppLink href={`/process/${process.code}`}>Activities, roles, fields and figures</AppLink>
                  </li>
                  {process.recordTypes.map((type) => (
                    <li key={type.name}>
                      <AppLink href={`/list/${type.name}`}>{type.plural}</AppLink>
                    </li>
                  ))}
                </ul>
              </Section>
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
