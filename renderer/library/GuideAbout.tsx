import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { TailoredProcess } from '#shared/library/tailor.ts';
import { TailoredText, TailorMark } from './TailorMark.tsx';
import styles from './library.module.css';

function Points({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** What a process is for, what it covers, and what it has to bring about. */
export function GuideAbout({ process: { self, outcomes, lost } }: { readonly process: TailoredProcess }) {
  return (
    <>
      <Section title="Purpose">
        <p>{self.purpose}</p>
        <TailorMark part={self} />
      </Section>
      <div className={styles.columns}>
        <Section title="Covers">
          <Points texts={self.scope.in} />
        </Section>
        <Section title="Does not cover">
          <Points texts={self.scope.out} />
        </Section>
      </div>
      <Section title="Outcomes">
        <ul className={styles.outcomes}>
          {outcomes.map((outcome) => (
            <li key={outcome.code} className={styles.outcome}>
              <span className={styles.code}>{outcome.code}</span>
              <span>
                <TailoredText part={outcome} text={outcome.text} />
              </span>
              {outcome.evidence !== '' && <span className={styles.muted}>Seen in: {outcome.evidence}</span>}
              <TailorMark part={outcome} />
            </li>
          ))}
        </ul>
        {lost.map(({ record, code }) => (
          <p key={record} role="note">
            <AppLink href={`/record/${record}`}>A tailoring</AppLink> names {code}, which this process does
            not have.
          </p>
        ))}
      </Section>
      {self.benefits.length > 0 && (
        <Section title="Benefits">
          <Points texts={self.benefits} />
        </Section>
      )}
    </>
  );
}
