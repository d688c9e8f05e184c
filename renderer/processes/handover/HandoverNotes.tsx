import { useState } from 'react';
import { useDraft } from '#renderer/data/data.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { Period } from './period.ts';
import styles from './Handover.module.css';

/** What the report cannot know, in the shift's own words; kept on this laptop while it is typed. */
export function HandoverNotes({ from, to }: Period) {
  const { draft, isLoaded, save } = useDraft<string>(`handover:${String(from)}:${String(to)}`);
  const [typed, setTyped] = useState<string>();
  const text = typed ?? draft ?? '';
  return (
    <Section title="Notes for the next shift">
      <div className="no-print">
        <TextInput
          label="Notes for the next shift"
          hideLabel
          multiline
          rows={4}
          value={text}
          disabled={!isLoaded}
          placeholder="What to watch, whom to call, what was promised"
          help="Kept on this laptop as you type. They stand on the print, and are no record."
          onChange={(next) => {
            setTyped(next);
            save(next);
          }}
        />
      </div>
      <p className={`print-only ${styles.notes ?? ''}`}>{text.trim() || 'None.'}</p>
    </Section>
  );
}
