import { useFileActions } from '#renderer/record/attachments/use-file-actions.ts';
import type { PlaceWords } from '#renderer/record/attachments/place-words.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import { textOf, type Attachment, type RecordView } from '#shared/definition/record.ts';
import { modelRows } from '#shared/processes/improvement/model-contents.ts';
import { libraryPaths } from '../places.ts';
import styles from './models.module.css';

interface KeptRowProps {
  readonly type: RecordType;
  readonly record: RecordView;
  readonly file: Attachment | undefined;
  readonly where: PlaceWords | undefined;
}

/** A kept model in the list of all. */
export function KeptRow({ type, record, file, where }: KeptRowProps) {
  const { problems, dismiss, busy, save, want } = useFileActions(record);
  const state = type.lifecycle.states[record.state];
  return (
    <>
      <tr>
        <th scope="row">
          <AppLink href={libraryPaths.all(record.id)}>{textOf(record, 'name')}</AppLink>{' '}
          <span className={styles.muted}>{textOf(record, 'code')}</span>
        </th>
        <td>{textOf(record, 'edition')}</td>
        <td data-number>{modelRows(record).length}</td>
        <td>{state && <StateChip stateClass={state.class} label={state.label} />}</td>
        <td data-nowrap>
          {file ? where?.text : 'It has no file yet'}{' '}
          {file && where?.offer && (
            <Button size="small" variant="quiet" onClick={() => want(file)}>
              {where.offer}
            </Button>
          )}
        </td>
        <td data-nowrap>
          <AppLink href={paths.record(record.id)}>{record.number}</AppLink>
        </td>
        <td>
          {file && (
            <Button size="small" busy={busy === file.hash} onClick={() => save(file)}>
              Save this model
            </Button>
          )}
        </td>
      </tr>
      {problems.length > 0 && (
        <tr>
          <td colSpan={7}>
            <ProblemAlert problems={problems} onDismiss={dismiss} />
          </td>
        </tr>
      )}
    </>
  );
}
