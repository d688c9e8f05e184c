import { Section } from '#renderer/ui/Section.tsx';
import type { FunctionReach, LibraryFunction, ReferenceModel } from '#shared/library/model.ts';
import { InterfaceTables } from './InterfaceTables.tsx';
import { Parties } from './Parties.tsx';
import { ProcessLinks } from './ProcessLinks.tsx';
import { Sources } from './Sources.tsx';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

function domainNames(model: ReferenceModel, { domains }: FunctionReach): string {
  return model.domains
    .filter(({ code }) => domains.includes(code))
    .map(({ name }) => name)
    .join(', ');
}

/** What a function does, for which domains and processes. */
export function FunctionBody({ part }: { readonly part: LibraryFunction }) {
  const { model } = useShownModel();
  return (
    <>
      <Section title="Purpose">
        <p>{part.purpose}</p>
      </Section>
      <Section title="Scope">
        <p>{part.scope}</p>
      </Section>
      <Section title="Benefits">
        <ul className={styles.list}>
          {part.benefits.map((benefit) => (
            <li key={benefit}>{benefit}</li>
          ))}
        </ul>
      </Section>
      <div className={styles.columns}>
        <Section title={`First in ${domainNames(model, part.primary)}`}>
          <ProcessLinks codes={part.primary.processes} />
        </Section>
        <Section title={`Then in ${domainNames(model, part.secondary)}`}>
          <ProcessLinks codes={part.secondary.processes} />
        </Section>
      </div>
      {part.parties && (
        <Section title="Responsibilities">
          <Parties parties={part.parties} />
        </Section>
      )}
      <InterfaceTables code={part.code} kind="process" />
      <Sources sources={part.sources} />
    </>
  );
}
