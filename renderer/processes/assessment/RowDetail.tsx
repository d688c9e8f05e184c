import { useState } from 'react';
import { useData, useDraft } from '#renderer/data/data.ts';
import { FieldEditor } from '#renderer/record/fields/FieldEditor.tsx';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { ConflictChooser } from '#renderer/record/page/ConflictChooser.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { FieldValue, FieldValues } from '#shared/definition/values.ts';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import { AgreedHistory } from './AgreedHistory.tsx';
import { percentFields } from './answer-fields.ts';
import type { Scale } from './answer-keys.ts';
import { RowSigns } from './figures/RowSigns.tsx';
import { OpinionTable } from './OpinionTable.tsx';
import type { WorkbookMode } from './use-ratings.ts';
import { lacksReason, type WorkbookRow } from './workbook-rows.ts';
import styles from './workbook.module.css';

interface RowDetailProps {
  readonly assessment: RecordView;
  readonly row: WorkbookRow;
  readonly source: ItemSource;
  readonly mode: WorkbookMode;
  readonly scale: Scale;
  readonly onChange: (fields: FieldValues) => void;
}

/** Comment, achievement and evidence of the line that is being rated; in the consensus what all assessors said beside them. */
export function RowDetail({ assessment, row, source, mode, scale, onChange }: RowDetailProps) {
  const usesPercent = ['overOutcomes', 'overInstances'].some(
    (rule) => textOf(assessment, rule) === 'percent',
  );
  const type = mode === 'rate' ? 'rating' : 'agreed-rating';
  const words = mode === 'rate' ? 'comment' : 'reason';
  return (
    <div className={styles.detail}>
      {mode !== 'rate' && <OpinionTable assessment={assessment} ratings={row.ratings} />}
      {mode === 'agree' && row.answer && <AgreedTwice answer={row.answer} />}
      {mode !== 'look' && (
        <div className={styles.fields}>
          <DetailField
            assessment={assessment.id}
            type={type}
            name={words}
            row={row}
            help={
              mode === 'agree' && lacksReason(row)
                ? 'No assessor gave this rating: say why the team does.'
                : undefined
            }
            onChange={(value) => onChange({ [words]: value })}
          />
          <DetailField
            assessment={assessment.id}
            type={type}
            name="evidence"
            row={row}
            onChange={(value) => onChange({ evidence: value })}
          />
          {usesPercent && (
            <DetailField
              assessment={assessment.id}
              type={type}
              name="percent"
              row={row}
              onChange={(value) => onChange(percentFields(value, scale))}
            />
          )}
        </div>
      )}
      {mode !== 'rate' && row.answer && row.answer.id !== '' && <AgreedHistory answer={row.answer} />}
      <RowSigns {...{ assessment, row, source, mode }} onEvidence={(evidence) => onChange({ evidence })} />
    </div>
  );
}

/** Two of the team agreed on this line at once, each on their own laptop: both are shown, and one is chosen here. */
function AgreedTwice({ answer }: { readonly answer: RecordView }) {
  const { catalogue } = useData();
  const fields = catalogue.type(answer.type)?.fields ?? {};
  return answer.conflicts.map((conflict) => {
    const field = fields[conflict.field];
    return (
      field && <ConflictChooser key={conflict.field} record={answer} field={field} conflict={conflict} />
    );
  });
}

interface DetailFieldProps {
  readonly assessment: string;
  readonly type: string;
  readonly name: string;
  readonly row: WorkbookRow;
  /** In place of the field's own. */
  readonly help?: string | undefined;
  readonly onChange: (value: FieldValue) => void;
}

/** Writes when the field is left, so that a comment is one entry and not one for each letter; until then it is kept as a draft. */
function DetailField({ assessment, type, name, row, help, onChange }: DetailFieldProps) {
  const { catalogue } = useData();
  const actor = useKnownActor();
  const { draft, save, discard } = useDraft<FieldValue>(
    `${type}:${assessment}:${actor.id}:${row.key}:${name}`,
  );
  const [typed, setTyped] = useState<{ readonly value: FieldValue }>();
  const field = catalogue.type(type)?.fields[name];
  if (!field) return null;
  const stored = row.answer?.fields[name] ?? null;
  const unsaved = typed ?? (draft === undefined ? undefined : { value: draft });
  return (
    <FieldEditor
      id={`${name}-${row.key}`}
      field={field}
      label={field.label}
      help={help ?? field.help}
      value={unsaved ? unsaved.value : stored}
      onChange={(value) => {
        if (field.kind === 'references') {
          onChange(value);
          return;
        }
        setTyped({ value });
        save(value);
      }}
      onBlur={() => {
        if (unsaved && unsaved.value !== stored) onChange(unsaved.value);
        if (!unsaved) return;
        setTyped(undefined);
        void discard();
      }}
    />
  );
}
