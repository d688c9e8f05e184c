import { Notice } from '#renderer/ui/Notice.tsx';
import type { Progress } from '#shared/assessment/progress.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { openedStates } from '#shared/processes/improvement/assessment-lifecycle.ts';

interface ProvisionalNoticeProps {
  readonly assessment: RecordView;
  readonly progress: Progress;
}

/** Says that a result may still change, and how much of it is there; nothing once it is reported. */
export function ProvisionalNotice({ assessment: { state }, progress }: ProvisionalNoticeProps) {
  if (state === 'reported') return null;
  const share = `${String(progress.rated)} of ${String(progress.of)} lines are agreed on`;
  if (state === 'cancelled') {
    return <Notice tone="warning">This assessment was cancelled and never reported; {share}.</Notice>;
  }
  return (
    <Notice tone="info">
      Provisional: {share}.{' '}
      {openedStates.includes(state)
        ? 'Levels may change until the report is closed.'
        : 'What counts is agreed in the workbook, once the lead assessor opened all ratings.'}
    </Notice>
  );
}
