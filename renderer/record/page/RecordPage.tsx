import { useState } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useNavigation } from '../navigation.ts';
import { ActionBar } from './ActionBar.tsx';
import { RecordBody } from './RecordBody.tsx';
import { RecordHeader } from './RecordHeader.tsx';
import { useBoxWidth } from './use-box-width.ts';
import { useRecordKeys } from './use-record-keys.ts';
import { useRecordPage, type ShownRecord } from './use-record-page.ts';
import styles from './record-page.module.css';

interface RecordPageProps {
  readonly id: string;
  /** Present where the record stands beside its list. */
  readonly onClose?: () => void;
}

/** Room for the fields and the timeline side by side. */
const wide = 860;

/** One record: what it is, what may be done now, its fields, its history and what it is related to. */
export function RecordPage({ id, onClose }: RecordPageProps) {
  const state = useRecordPage(id);
  switch (state.status) {
    case 'loading':
      return <div className={styles.page} aria-busy="true" />;
    case 'missing':
      return <MissingRecord onClose={onClose} />;
    case 'shown':
      return <ShownPage shown={state.shown} onClose={onClose} />;
  }
}

function ShownPage({
  shown,
  onClose,
}: {
  readonly shown: ShownRecord;
  readonly onClose: (() => void) | undefined;
}) {
  const [box, setBox] = useState<HTMLElement | null>(null);
  const isWide = useBoxWidth(box, wide) >= wide;
  const { onStep } = useRecordKeys(box, onClose);
  return (
    <article ref={setBox} className={styles.page} aria-label={`${shown.type.label} ${shown.record.number}`}>
      {!onClose && <title>{`${shown.record.number} · Outpost`}</title>}
      <RecordHeader shown={shown} onStep={onStep} onClose={onClose} />
      <ActionBar shown={shown} most={isWide ? 4 : 2} />
      <RecordBody key={shown.record.id} shown={shown} isWide={isWide} />
    </article>
  );
}

function MissingRecord({ onClose }: { readonly onClose: (() => void) | undefined }) {
  const { back } = useNavigation();
  return (
    <EmptyState
      title="There is no such record here, or you may not see it"
      text="It may be on a device that has not synced yet. Check the link, or ask who sent it to you."
      action={<Button onClick={onClose ?? back}>{onClose ? 'Close' : 'Back'}</Button>}
    />
  );
}
