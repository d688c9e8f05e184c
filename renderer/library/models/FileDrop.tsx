import { useRef, useState, type DragEvent } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import styles from './models.module.css';

interface FileDropProps {
  readonly label: string;
  readonly hint: string;
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
}

/** Takes the file of a reference model: chosen, or dropped here. */
export function FileDrop({ label, hint, isBusy, onFile }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
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
      <Button busy={isBusy} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span className={styles.muted}>or drop it here. {hint}</span>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="File of a reference model"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </div>
  );
}
