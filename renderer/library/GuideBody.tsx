import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { functionsFor } from '#shared/library/interfaces.ts';
import type { LibraryProcess } from '#shared/library/model.ts';
import { tailorProcess } from '#shared/library/tailor.ts';
import { GuideAbout } from './GuideAbout.tsx';
import { GuideActivities } from './GuideActivities.tsx';
import { GuideHere } from './GuideHere.tsx';
import { GuideRaci } from './GuideRaci.tsx';
import { InterfaceTables } from './InterfaceTables.tsx';
import { MetricList } from './MetricList.tsx';
import { libraryPaths, type PartKind } from './places.ts';
import { Sources } from './Sources.tsx';
import { useTailorings } from './use-tailorings.ts';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

interface AcrossProps {
  readonly title: string;
  readonly kind: PartKind;
  readonly parts: readonly { readonly code: string; readonly name: string }[];
}

function Across({ title, kind, parts }: AcrossProps) {
  const { id } = useShownModel();
  if (parts.length === 0) return null;
  return (
    <Section title={title}>
      <ul className={styles.links}>
        {parts.map(({ code, name }) => (
          <li key={code}>
            <AppLink href={libraryPaths.part(kind, code, id)}>{name}</AppLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The whole guide of a process, as this unit has tailored it; the same on screen and on paper. */
export function GuideBody({ process }: { readonly process: LibraryProcess }) {
  const { model, id } = useShownModel();
  const tailored = tailorProcess(process, useTailorings(id));
  return (
    <>
      <GuideAbout process={tailored} />
      {id === undefined && <GuideHere code={process.code} />}
      <GuideActivities process={tailored} />
      <GuideRaci process={process} />
      <InterfaceTables code={process.code} kind="process" />
      <div className={styles.columns}>
        <Across
          title="Functions that work for it"
          kind="function"
          parts={functionsFor(model, process.code)}
        />
        <Across
          title="Overlays that lie over it"
          kind="overlay"
          parts={model.overlays.filter(({ on }) => on.includes(process.code))}
        />
      </div>
      <MetricList name={process.name} metrics={process.metrics} />
      <Sources sources={process.sources} clauses={process.clauses} />
    </>
  );
}
