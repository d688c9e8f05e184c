import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { libraryPaths, type PartKind } from './places.ts';
import { useTailorings } from './use-tailorings.ts';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

interface Part {
  readonly code: string;
  readonly name: string;
  readonly purpose: string;
}

function Cards({ kind, parts }: { readonly kind: PartKind; readonly parts: readonly Part[] }) {
  const { id } = useShownModel();
  return (
    <ul className={styles.cards}>
      {parts.map(({ code, name, purpose }) => (
        <li key={code} className={styles.card}>
          <div>
            <AppLink href={libraryPaths.part(kind, code, id)}>
              {kind === 'control' ? '' : `${code} `}
              {name}
            </AppLink>
          </div>
          <div className={styles.muted}>{purpose}</div>
        </li>
      ))}
    </ul>
  );
}

/** All parts of the library: processes by domain, then what lies across them. */
export function Contents() {
  const { model, id } = useShownModel();
  const { domains, processes, functions, overlays, controls } = model;
  const tailorings = useTailorings(id);
  const localName = (code: string) =>
    tailorings.findLast((one) => one.process === code && one.kind === 'name' && one.code === '')?.text;
  return (
    <>
      {domains.map((domain) => (
        <Section
          key={domain.code}
          title={domain.name}
          actions={<AppLink href={libraryPaths.part('domain', domain.code, id)}>About the domain</AppLink>}
        >
          <Cards
            kind="process"
            parts={processes
              .filter((process) => process.domain === domain.code)
              .map((process) => {
                const local = localName(process.code);
                return local ? { ...process, name: `${process.name} (here: ${local})` } : process;
              })}
          />
        </Section>
      ))}
      {functions.length > 0 && (
        <Section title="Functions">
          <Cards kind="function" parts={functions} />
        </Section>
      )}
      {overlays.length > 0 && (
        <Section title="Overlays">
          <Cards kind="overlay" parts={overlays} />
        </Section>
      )}
      <Section title="Capability">
        <p>
          <AppLink href={libraryPaths.indicators}>Indicators of levels 1 to 5</AppLink>
        </p>
      </Section>
      {controls.length > 0 && (
        <Section title="Common control activities">
          <Cards
            kind="control"
            parts={controls.map(({ kind, name, does }) => ({ code: kind, name, purpose: does }))}
          />
        </Section>
      )}
    </>
  );
}
