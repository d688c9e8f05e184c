import { Section } from '#renderer/ui/Section.tsx';
import styles from './print.module.css';

interface WordsProps {
  readonly title: string;
  readonly text: string;
  /** Said where there is no text. */
  readonly none: string;
}

/** A long text of the assessment under its title. A deliverable says what it lacks. */
export function Words({ title, text, none }: WordsProps) {
  return (
    <Section title={title}>
      <p className={styles.text}>{text === '' ? none : text}</p>
    </Section>
  );
}
