import CloseIcon from '@mui/icons-material/Close';
import GuideIcon from '@mui/icons-material/MenuBookOutlined';
import ExpandIcon from '@mui/icons-material/OpenInFull';
import LinkIcon from '@mui/icons-material/Link';
import NextIcon from '@mui/icons-material/KeyboardArrowDown';
import PreviousIcon from '@mui/icons-material/KeyboardArrowUp';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { toast } from '#renderer/session/toasts.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { isInLibrary, paths, useNavigation } from '../navigation.ts';
import { RecordFacts } from './RecordFacts.tsx';
import { TitleField } from './TitleField.tsx';
import type { ShownRecord } from './use-record-page.ts';
import styles from './record-page.module.css';

interface RecordHeaderProps {
  readonly shown: ShownRecord;
  /** Absent at the ends of the list, and where the record was not opened from one. */
  readonly onStep: ((by: number) => void) | undefined;
  /** Present where the record stands beside its list. */
  readonly onClose: (() => void) | undefined;
}

/** Number, title and facts; the tools for the record as a whole. */
export function RecordHeader({ shown, onStep, onClose }: RecordHeaderProps) {
  const { type, record } = shown;
  const { go } = useNavigation();

  const copy = async () => {
    await navigator.clipboard.writeText(new URL(paths.record(record.id), window.location.href).href);
    toast({ text: `Link to ${record.number} copied` });
  };
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <span className={styles.number}>
          {type.label} {record.number}
        </span>
        <div className={styles.tools}>
          {onStep && (
            <>
              <IconButton label="Previous of the list" shortcut="[" onClick={() => onStep(-1)}>
                <PreviousIcon />
              </IconButton>
              <IconButton label="Next of the list" shortcut="]" onClick={() => onStep(1)}>
                <NextIcon />
              </IconButton>
            </>
          )}
          {isInLibrary(type.process) && (
            <IconButton label="Process guide" onClick={() => go(paths.guide(type.process))}>
              <GuideIcon />
            </IconButton>
          )}
          <IconButton label="Copy link" onClick={() => void copy()}>
            <LinkIcon />
          </IconButton>
          <IconButton label="Print or save as PDF" onClick={() => go(paths.printRecord(record.id))}>
            <PrintIcon />
          </IconButton>
          {onClose && (
            <>
              <IconButton label="Open full" onClick={() => go(paths.record(record.id))}>
                <ExpandIcon />
              </IconButton>
              <IconButton label="Close" shortcut="Esc" onClick={onClose}>
                <CloseIcon />
              </IconButton>
            </>
          )}
        </div>
      </div>
      <TitleField shown={shown} />
      <RecordFacts shown={shown} />
    </header>
  );
}
