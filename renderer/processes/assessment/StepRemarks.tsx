import type { RecordView } from '#shared/definition/record.ts';
import panel from '../support/panel.module.css';
import { RemarkList } from './plan/RemarkList.tsx';
import { useItemSource } from './use-item-source.ts';
import { usePlanParts } from './use-plan-parts.ts';

/** What the step that an assessment is in still lacks. */
export function StepRemarks({ assessment }: { readonly assessment: RecordView }) {
  const parts = usePlanParts(assessment, useItemSource(assessment));
  if (!parts) return <p className={panel.muted}>…</p>;
  const missing = parts.remarks.filter(({ step }) => step === assessment.state);
  return missing.length > 0 ? (
    <RemarkList remarks={missing} />
  ) : (
    <p className={panel.muted}>This step lacks nothing that Outpost knows of.</p>
  );
}
