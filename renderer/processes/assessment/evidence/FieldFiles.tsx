import AttachIcon from '@mui/icons-material/AttachFile';
import { useRef } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import type { CoverageCell } from '#shared/assessment/coverage.ts';
import type { FieldFiles as Files } from './use-field-files.ts';
import styles from './evidence.module.css';

interface FieldFilesProps {
  readonly files: Files;
  readonly cell: CoverageCell | undefined;
}

/** Takes files and photos in the field; says what became of each that is not evidence yet. */
export function FieldFiles({ files, cell }: FieldFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.files}>
      <div className={styles.tools}>
        <Button icon={<AttachIcon />} onClick={() => input.current?.click()}>
          Add file or photo
        </Button>
        <span className={styles.muted}>
          or drop it on this page, or paste. It becomes evidence to be judged
          {cell ? ` for ${cell.process} PA ${cell.attribute}` : ''}. Up to 100 MB each.
        </span>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files that become evidence"
          onChange={({ target }) => {
            files.add([...(target.files ?? [])]);
            target.value = '';
          }}
        />
      </div>
      {files.files.map(({ id, name, share, problems }) =>
        problems.length > 0 ? (
          <ProblemAlert key={id} problems={problems} onDismiss={() => files.dismiss(id)} />
        ) : (
          <ProgressBar key={id} label={name} value={share} />
        ),
      )}
    </div>
  );
}
