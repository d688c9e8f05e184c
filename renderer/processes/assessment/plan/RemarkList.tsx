import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { Remark } from '#shared/processes/improvement/remark.ts';
import styles from './plan.module.css';

/** Remarks as a list, each with the records it is about. */
export function RemarkList({ remarks }: { readonly remarks: readonly Remark[] }) {
  return (
    <Notice tone="warning">
      <ul className={styles.remarks}>
        <RemarkLines remarks={remarks} />
      </ul>
    </Notice>
  );
}

/** The lines of such a list. */
export function RemarkLines({ remarks }: { readonly remarks: readonly Remark[] }) {
  return remarks.map(({ says, records }) => (
    <li key={says}>
      {says} {records.length === 1 && records[0] && <AppLink href={paths.record(records[0])}>Open</AppLink>}
    </li>
  ));
}
