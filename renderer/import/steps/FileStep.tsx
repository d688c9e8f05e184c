import { useRef, useState, type DragEvent } from 'react';
import { useAddressSearch } from '#renderer/record/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { HoldsForm } from './HoldsForm.tsx';
import { ReadForm } from './ReadForm.tsx';
import { SampleTable } from './SampleTable.tsx';
import type { StepProps } from './step-props.ts';
import { TemplateOffer } from './TemplateOffer.tsx';
import styles from '../import.module.css';

const usualType = 'incident';

/** Choosing the file, how it is read, and what its lines are. */
export function FileStep(props: StepProps) {
  const { state, actions } = props;
  const { inspection, template } = state;
  const wanted = useAddressSearch()['type'];
  const type = typeof wanted === 'string' ? wanted : usualType;
  const isIdle = state.busy === undefined;
  return (
    <>
      {!inspection && isIdle && <DropZone onFile={(file) => void actions.choose(file, type)} />}
      {inspection && template && (
        <>
          <TemplateOffer {...props} inspection={inspection} />
          <Section title="What the lines are">
            <HoldsForm {...props} inspection={inspection} template={template} />
          </Section>
          <Section title="How the file is read">
            <ReadForm inspection={inspection} form={state.form} onRead={(form) => void actions.read(form)} />
          </Section>
          <Section title="First lines">
            <SampleTable inspection={inspection} />
          </Section>
        </>
      )}
    </>
  );
}

function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={styles.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <strong>Choose a CSV or Excel file</strong>
      <p className={styles.muted}>
        One line per record, or an event log with several lines per record. The file stays on this device, and
        nothing is written before you have seen what would come of it.
      </p>
      <label className={styles.input}>
        File to import
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx"
          tabIndex={-1}
          onChange={(event) => take(event.target.files)}
        />
      </label>
      <Button variant="primary" onClick={() => input.current?.click()}>
        Choose file
      </Button>
    </div>
  );
}
