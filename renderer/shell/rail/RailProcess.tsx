import type { ProcessDefinition } from '#shared/definition/process.ts';
import { pagesOf } from './navigation-model.ts';
import { RailLink } from './RailLink.tsx';
import styles from './Rail.module.css';

interface RailProcessProps {
  readonly process: ProcessDefinition;
  readonly countOf: ReadonlyMap<string, number | undefined>;
  /** Without the line of the process itself, which the section's heading names already. */
  readonly isFlat?: boolean;
}

export function RailProcess({ process, countOf, isFlat = false }: RailProcessProps) {
  const types = process.recordTypes.map((type) => (
    <RailLink
      key={type.name}
      href={`/list/${type.name}`}
      also={[`/board/${type.name}`, `/new/${type.name}`]}
      label={type.plural}
      count={type.config || isFlat ? undefined : countOf.get(type.name)}
      level={isFlat ? 2 : 3}
    />
  ));
  if (isFlat) {
    return (
      <>
        <RailLink href={`/process/${process.code}`} label="About unit data" level={2} />
        {types}
      </>
    );
  }
  return (
    <>
      <RailLink href={`/process/${process.code}`} label={process.name} level={2} isProcess />
      <li>
        <ul className={styles.group} aria-label={process.name}>
          {pagesOf(process).map(({ href, label }) => (
            <RailLink key={href} href={href} label={label} level={3} />
          ))}
          {types}
        </ul>
      </li>
    </>
  );
}
