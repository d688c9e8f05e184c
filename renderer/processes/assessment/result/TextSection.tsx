import { Section } from '#renderer/ui/Section.tsx';
import styles from './report.module.css';

/** A section of what somebody wrote; none where nothing was written. */
export function TextSection({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <Section title={title}>
      <p className={styles.text}>{text}</p>
    </Section>
  );
}
