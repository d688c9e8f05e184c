import { AppLink } from '#renderer/ui/AppLink.tsx';
import { desmf } from '#resources/library/desmf.ts';
import { libraryPaths } from './places.ts';
import styles from './library.module.css';

/** Processes by their codes, each leading to its guide. */
export function ProcessLinks({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul className={styles.links}>
      {desmf.processes
        .filter(({ code }) => codes.includes(code))
        .map(({ code, name }) => (
          <li key={code}>
            <AppLink href={libraryPaths.part('process', code)}>
              {code} {name}
            </AppLink>
          </li>
        ))}
    </ul>
  );
}
