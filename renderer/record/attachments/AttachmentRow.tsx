import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import SaveIcon from '@mui/icons-material/FileDownloadOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import type { AttachmentPlace } from '#renderer/data/data.ts';
import { formatBytes } from '#renderer/session/storage-state.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import type { Attachment } from '#shared/definition/record.ts';
import { fileLabels } from '../page/audiences.ts';
import { shownName } from './file-name.ts';
import { mayBePicture } from './image-kind.ts';
import { placeWords } from './place-words.ts';
import type { FileActions } from './use-file-actions.ts';
import styles from './attachments.module.css';

interface AttachmentRowProps {
  readonly file: Attachment;
  /** Undefined until it is known. */
  readonly place: AttachmentPlace | undefined;
  readonly author: string;
  readonly isOwn: boolean;
  readonly hasHub: boolean;
  readonly now: number;
  readonly actions: FileActions;
  readonly onPreview: (file: Attachment) => void;
}

export function AttachmentRow(props: AttachmentRowProps) {
  const { file, place, author, isOwn, hasHub, now, actions, onPreview } = props;
  const name = shownName(file.name);
  const isHere = place?.here === 'whole';
  const { text, offer } = placeWords(place, file.size, hasHub);
  const isBusy = actions.busy === file.hash;
  return (
    <tr>
      <td className={styles.name}>{name}</td>
      <td className={styles.size}>{formatBytes(file.size)}</td>
      <td>{fileLabels[file.audience]}</td>
      <td>
        <div className={styles.author}>{author}</div>
        <Time at={file.at} now={now} />
      </td>
      <td>
        <span className={styles.place}>
          {text}
          {offer && (
            <Button
              size="small"
              busy={isBusy}
              aria-label={`${offer}: ${name}`}
              onClick={() => actions.want(file)}
            >
              {offer}
            </Button>
          )}
        </span>
      </td>
      <td className={styles.buttons}>
        {isHere && mayBePicture(file) && (
          <IconButton label={`Show ${name}`} onClick={() => onPreview(file)}>
            <ShowIcon />
          </IconButton>
        )}
        {isHere && (
          <IconButton label={`Save ${name}`} aria-busy={isBusy} onClick={() => actions.save(file)}>
            <SaveIcon />
          </IconButton>
        )}
        {isOwn && (
          <IconButton label={`Remove ${name}`} onClick={() => actions.remove(file)}>
            <RemoveIcon />
          </IconButton>
        )}
      </td>
    </tr>
  );
}
