import { useState } from 'react';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { toast } from '#renderer/session/toasts.ts';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Problem } from '#shared/kernel/errors.ts';
import { contentsOf } from '#shared/processes/improvement/model-contents.ts';
import { ModelMissing } from '../ModelMissing.tsx';
import { libraryPaths } from '../places.ts';
import { useKeptModel } from '../use-kept-model.ts';
import { checkModelFile } from './check-model-file.ts';
import { FaultTable } from './FaultTable.tsx';
import { FileDrop } from './FileDrop.tsx';
import styles from './models.module.css';
import { useKeepModel } from './use-keep-model.ts';

/** What a kept model holds, and the way to give it its file where that is missing. */
export function ModelPanel({ type, record }: SlotProps) {
  const [given, setGiven] = useState(0);
  return <Contents key={given} type={type} record={record} onGiven={() => setGiven(given + 1)} />;
}

interface ContentsProps {
  readonly type: SlotProps['type'];
  readonly record: SlotProps['record'];
  readonly onGiven: () => void;
}

function Contents({ type, record, onGiven }: ContentsProps) {
  const state = useKeptModel(record.id);
  const mayGive = type.note.allows(useKnownActor(), record) || state.kind === 'absent';
  const isWanted = state.kind === 'empty' || state.kind === 'absent' || state.kind === 'faulty';
  return (
    <div className={styles.panel}>
      <Section
        title="Contents"
        actions={<LinkButton href={libraryPaths.all(record.id)}>Open in the library</LinkButton>}
      >
        {state.kind === 'ready' ? (
          <p className={styles.muted}>
            {state.model.processes.length} processes in {state.model.domains.length} domains,{' '}
            {state.model.flows.length} interfaces. The file is among the attachments.
          </p>
        ) : (
          <ModelMissing state={state} />
        )}
        {mayGive && (isWanted || record.state === 'draft') && <GiveFile record={record} onGiven={onGiven} />}
      </Section>
    </div>
  );
}

function GiveFile({ record, onGiven }: Pick<ContentsProps, 'record' | 'onGiven'>) {
  const { give } = useKeepModel();
  const isDraft = record.state === 'draft';
  const draftLabel = contentsOf(record) ? 'Choose another file' : 'Choose its file';
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ readonly file: string; readonly problems: readonly Problem[] }>();
  const choose = async (file: File) => {
    setBusy(true);
    const read = await checkModelFile(file);
    const problems = read.ok ? await give(record, read.value) : read.error;
    setBusy(false);
    setRefused(problems.length > 0 ? { file: file.name, problems } : undefined);
    if (problems.length > 0) return;
    toast({ text: `${file.name} is the file of ${record.number}`, tone: 'success' });
    onGiven();
  };
  return (
    <div className={styles.import}>
      <FileDrop
        label={isDraft ? draftLabel : 'Choose the same file'}
        hint={
          isDraft
            ? 'A JSON file; it takes the place of one that was chosen before.'
            : 'It has to be the one that the model was imported from, to the byte.'
        }
        isBusy={isBusy}
        onFile={(file) => void choose(file)}
      />
      {refused && <FaultTable file={refused.file} problems={refused.problems} />}
    </div>
  );
}
