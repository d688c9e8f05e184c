import CloseIcon from '@mui/icons-material/Close';
import ExpandIcon from '@mui/icons-material/OpenInFull';
import LinkIcon from '@mui/icons-material/Link';
import NextIcon from '@mui/icons-material/KeyboardArrowDown';
import PreviousIcon from '@mui/icons-material/KeyboardArrowUp';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { useMemo } from 'react';
import { useConfig, useNow } from '#renderer/data/data.ts';
import { useShowMarkings } from '#renderer/session/shown-markings.ts';
import { toast } from '#renderer/session/toasts.ts';
import { ClockChip } from '#renderer/ui/ClockChip.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { PriorityChip } from '#renderer/ui/PriorityChip.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { markingOf } from '#shared/engine/marking.ts';
import { MarkingMark } from '../MarkingMark.tsx';
import { paths, useNavigation } from '../navigation.ts';
import { nextClock, readClocks } from './next-clock.ts';
import { UnsentMark } from './UnsentMark.tsx';
import { RecordOwner } from './RecordOwner.tsx';
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

/** Number, title, state, priority, the clock to watch and the owner; the tools for the record as a whole. */
export function RecordHeader({ shown, onStep, onClose }: RecordHeaderProps) {
  const { type, record, derived } = shown;
  const now = useNow();
  const { go } = useNavigation();
  const clock = useMemo(() => nextClock(readClocks(type, derived)), [type, derived]);
  const state = type.lifecycle.states[record.state];
  const marking = markingOf(record, useConfig());
  useShowMarkings([marking]);

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
      <div className={styles.facts}>
        {state && <StateChip stateClass={state.class} label={state.label} />}
        <PriorityChip value={derived['priority']} />
        {clock && (
          <ClockChip
            state={clock.state}
            due={clock.due}
            warnAt={clock.warnAt}
            now={now}
            label={clock.label}
          />
        )}
        <MarkingMark marking={marking} always />
        <UnsentMark record={record.id} />
        <RecordOwner type={type} record={record} />
      </div>
    </header>
  );
}
