import { Section } from '#renderer/ui/Section.tsx';
import type { PartSource, Source } from '#shared/library/model.ts';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

interface SourcesProps {
  readonly sources: readonly (Source | PartSource)[];
  readonly clauses?: readonly Source[];
}

function placesIn(sources: SourcesProps['sources'], document: string): readonly string[] {
  return sources
    .filter((source) => source.document === document)
    .map((source) => ('part' in source ? `${source.section} (${source.part})` : source.section));
}

/** Where the facts come from: document and section. */
export function Sources({ sources, clauses = [] }: SourcesProps) {
  const { model } = useShownModel();
  const all = [...sources, ...clauses];
  return (
    <Section title="Sources">
      <dl className={styles.pairs}>
        {model.documents
          .filter(({ code }) => all.some(({ document }) => document === code))
          .map(({ code, title }) => (
            <div key={code}>
              <dt>{title}</dt>
              <dd>{placesIn(all, code).join(', ')}</dd>
            </div>
          ))}
      </dl>
      <p className={styles.muted}>{model.note}</p>
    </Section>
  );
}
