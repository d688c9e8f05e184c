import { AppLink } from '#renderer/ui/AppLink.tsx';
import { libraryPaths } from './places.ts';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

/** Processes by their codes, each leading to its guide. */
export function ProcessLinks({ codes }: { readonly codes: readonly string[] }) {
  const { model, id } = useShownModel();
  return (
    <ul className={styles.links}>
      {model.processes
        .filter(({ code }) => codes.includes(code))
        .map(({ code, name }) => (
          <li key={code}>
            <AppLink href={libraryPaths.part('process', code, id)}>
              {code} {name}
            </AppLink>
          </li>
        ))}
    </ul>
  );
}
