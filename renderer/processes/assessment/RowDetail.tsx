import { useState } from 'react';
import { useConfig, useData, useDraft } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { FieldEditor } from '#renderer/record/fields/FieldEditor.tsx';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import type { FieldValue, FieldValues } from '#shared/definition/values.ts';
import type { ItemSource } from '#shared/assessment/workbook.ts';
import { ratingOf, refinedRatingOf } from '#shared/assessment/scale.ts';
import type { Scale } from './answer-keys.ts';
import { RowSigns } from './figures/RowSigns.tsx';
import type { WorkbookMode, WorkbookRow } from './use-ratings.ts';
import styles from './workbook.module.css';

interface RowDetailProps {
  readonly assessment: RecordView;
  readonly row: WorkbookRow;
  readonly source: ItemSource;
  readonly mode: WorkbookMode;
  readonly scale: Scale;
  readonly onChange: (fields: FieldValues) => void;
}

/** Comment, achievement and evidence of the line that is being rated; in the consensus those of all assessors beside them. */
export function RowDetail({ assessment, row, source, mode, scale, onChange }: RowDetailProps) {
  const usesPercent = ['overOutcomes', 'overInstances'].some(
    (rule) => textOf(assessment, rule) === 'percent',
  );
  const type = mode === 'rate' ? 'rating' : 'agreed-rating';
  const words = mode === 'rate' ? 'comment' : 'reason';
  return (
    <div className={styles.detail}>
      {mode !== 'rate' && <Comments ratings={row.ratings} />}
      {mode !== 'look' && (
        <div className={styles.fields}>
          <DetailField
            assessment={assessment.id}
            type={type}
            name={words}
            row={row}
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
              onChange={(value) => onChange({ percent: value, ...ratingFor(value, scale) })}
            />
          )}
        </div>
      )}
      <RowSigns {...{ assessment, row, source, mode }} onEvidence={(evidence) => onChange({ evidence })} />
    </div>
  );
}

/** The scale says which rating a percentage is. */
function ratingFor(percent: FieldValue, scale: Scale): FieldValues {
  if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100)) return {};
  return { value: scale === 'refined' ? refinedRatingOf(percent) : ratingOf(percent) };
}

interface DetailFieldProps {
  readonly assessment: string;
  readonly type: string;
  readonly name: string;
  readonly row: WorkbookRow;
  readonly onChange: (value: FieldValue) => void;
}

/** Writes when the field is left, so that a comment is one entry and not one for each letter; until then it is kept as a draft. */
function DetailField({ assessment, type, name, row, onChange }: DetailFieldProps) {
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
      help={field.help}
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

function Comments({ ratings }: { readonly ratings: readonly RecordView[] }) {
  const config = useConfig();
  const said = ratings.filter(
    (rating) => textOf(rating, 'comment') !== '' || listOf(rating, 'evidence').length > 0,
  );
  const labels = useTitles(
    said.flatMap((rating) => [textOf(rating, 'assessor'), ...listOf(rating, 'evidence')]),
  );
  if (said.length === 0) return null;
  const nameOf = (id: string) => labels.get(id) ?? config.get(id)?.number ?? '…';
  return (
    <ul className={styles.comments}>
      {said.map((rating) => (
        <li key={rating.id}>
          <strong>{nameOf(textOf(rating, 'assessor'))}</strong> {textOf(rating, 'comment')}
          {listOf(rating, 'evidence').map((id) => (
            <span key={id}>
              {' '}
              <AppLink href={paths.record(id)}>{nameOf(id)}</AppLink>
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
