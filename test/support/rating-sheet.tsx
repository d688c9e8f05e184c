import { useRecord } from '#renderer/data/data.ts';
import { RatingSheet } from '#renderer/processes/assessment/RatingSheet.tsx';
import { useItemSource } from '#renderer/processes/assessment/use-item-source.ts';
import { usePlanCells } from '#renderer/processes/assessment/use-plan-cells.ts';
import type { WorkbookMode } from '#renderer/processes/assessment/use-ratings.ts';
import type { RecordView } from '#shared/definition/record.ts';

interface ProcessSheetProps {
  readonly id: string;
  readonly process: string;
  readonly mode: WorkbookMode;
  readonly asked?: string;
}

const nothing = () => undefined;

/** The lines of one process of an assessment, all of them, outside of the workbook. */
export function ProcessSheet({ id, ...props }: ProcessSheetProps) {
  const { record } = useRecord(id);
  return record ? <Sheet assessment={record} {...props} /> : null;
}

function Sheet(props: Omit<ProcessSheetProps, 'id'> & { readonly assessment: RecordView }) {
  const { assessment, process } = props;
  const source = useItemSource(assessment);
  const cells = usePlanCells(assessment, source).get(process) ?? [];
  return (
    <RatingSheet
      {...props}
      source={source}
      cells={cells}
      filter="all"
      onFilter={nothing}
      onProcess={nothing}
    />
  );
}
