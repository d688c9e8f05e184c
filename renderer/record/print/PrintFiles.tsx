import { useTitles } from '#renderer/record/use-titles.ts';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { shownName } from '../attachments/file-name.ts';
import type { ShownRecord } from '../page/use-record-page.ts';
import styles from './print.module.css';

/** The files of a record, as paper can name them. */
export function PrintFiles({ shown: { record } }: { readonly shown: ShownRecord }) {
  const zone = useZone();
  const files = record.attachments ?? [];
  const labels = useTitles(files.map(({ actor }) => actor));
  if (files.length === 0) return null;
  return (
    <Section title="Attachments">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Size</th>
            <th scope="col">Added by</th>
            <th scope="col">Added</th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.ref}>
              <td>{shownName(file.name)}</td>
              <td className={styles.short}>{formatBytes(file.size)}</td>
              <td>{labels.get(file.actor) ?? file.actor}</td>
              <td className={styles.short}>{formatAbsolute(file.at, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
