import AttachIcon from '@mui/icons-material/AttachFile';
import { useRef, useState } from 'react';
import { useFilePlaces, useNow, useSyncStatus } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { Attachment } from '#shared/definition/record.ts';
import { audienceOptions, fileLabels } from '../page/audiences.ts';
import type { ShownRecord } from '../page/use-record-page.ts';
import { AttachmentRow } from './AttachmentRow.tsx';
import { PicturePreview } from './PicturePreview.tsx';
import { UploadList } from './UploadList.tsx';
import type { Attaching } from './use-attach.ts';
import { useFileActions } from './use-file-actions.ts';
import styles from './attachments.module.css';

interface AttachmentsPanelProps {
  readonly shown: ShownRecord;
  readonly attaching: Attaching;
}

const none: readonly Attachment[] = [];

/** The files of a record: to be added, saved, looked at, fetched and removed. */
export function AttachmentsPanel({ shown, attaching }: AttachmentsPanelProps) {
  const { type, record, actor, canNote } = shown;
  const files = record.attachments ?? none;
  const input = useRef<HTMLInputElement>(null);
  const [previewed, setPreviewed] = useState<Attachment>();
  const actions = useFileActions(record);
  const places = useFilePlaces(files.map(({ hash }) => hash));
  const labels = useTitles(files.map(({ actor: person }) => person));
  const hasHub = useSyncStatus().hubs.length > 0;
  const now = useNow();
  return (
    <div className={styles.panel}>
      <ProblemAlert problems={actions.problems} onDismiss={actions.dismiss} />
      {canNote && (
        <div className={styles.tools}>
          <Button icon={<AttachIcon />} onClick={() => input.current?.click()}>
            Attach files
          </Button>
          <div className={styles.audience}>
            <Select
              label="Who sees new files"
              hideLabel
              value={attaching.audience}
              options={audienceOptions(type, record, fileLabels)}
              onChange={attaching.setAudience}
            />
          </div>
          <span className={styles.hint}>or drop them on the record, or paste. Up to 100 MB each.</span>
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label="Files to attach"
            onChange={({ target }) => {
              attaching.add([...(target.files ?? [])]);
              target.value = '';
            }}
          />
        </div>
      )}
      <UploadList attaching={attaching} />
      {files.length === 0 ? (
        <EmptyState compact title="No attachments" />
      ) : (
        <DataTable caption="Attachments">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Size</th>
              <th scope="col">For</th>
              <th scope="col">Added</th>
              <th scope="col">Where it is</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {files.toReversed().map((file) => (
              <AttachmentRow
                key={file.ref}
                {...{ file, actions, now, hasHub }}
                place={places?.get(file.hash)}
                author={labels.get(file.actor) ?? file.actor}
                isOwn={file.actor === actor.id}
                onPreview={setPreviewed}
              />
            ))}
          </tbody>
        </DataTable>
      )}
      {previewed && (
        <PicturePreview file={previewed} actions={actions} onClose={() => setPreviewed(undefined)} />
      )}
    </div>
  );
}
