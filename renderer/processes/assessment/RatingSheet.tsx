import { useCallback, useDeferredValue } from 'react';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { processAttributes, type AttributeCode } from '#shared/assessment/attributes.ts';
import type { Cell, ItemSource } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { AgreeOnAll } from './AgreeOnAll.tsx';
import { answerFields } from './answer-fields.ts';
import type { Answer, Scale } from './answer-keys.ts';
import { RatingRow } from './RatingRow.tsx';
import { RowDetail } from './RowDetail.tsx';
import { SheetFilter } from './SheetFilter.tsx';
import { usePeople } from './use-people.ts';
import { useRatings, type WorkbookMode } from './use-ratings.ts';
import { useSheet } from './use-sheet.ts';
import type { WorkbookFilter, WorkbookRow } from './workbook-rows.ts';
import styles from './workbook.module.css';

interface RatingSheetProps {
  readonly assessment: RecordView;
  readonly process: string;
  readonly source: ItemSource;
  /** What is to be rated of this process. */
  readonly cells: readonly Cell[];
  readonly mode: WorkbookMode;
  /** Code of the attribute that the address names. */
  readonly asked?: unknown;
  readonly filter: WorkbookFilter;
  readonly onFilter: (filter: WorkbookFilter) => void;
  /** Goes so many processes on. */
  readonly onProcess: (by: number) => void;
}

const none: readonly WorkbookRow[] = [];

/** What is to be rated of one process, attribute by attribute. One key rates a line and goes to the next. */
export function RatingSheet(props: RatingSheetProps) {
  const { assessment, process, source, cells, mode, filter, asked, onFilter, onProcess } = props;
  const { rows, problems, dismiss, answer } = useRatings(assessment, process, cells, mode);
  const scale: Scale = textOf(assessment, 'scale') === 'refined' ? 'refined' : 'plain';
  const labels = usePeople(mode === 'rate' ? none : (rows ?? none));
  const onGive = useCallback(
    (row: WorkbookRow, value: Answer) => void answer(row.cell, answerFields(row.answer, value, scale)),
    [answer, scale],
  );
  const place = { assessment: assessment.id, process, rows, mode, scale, filter, asked, onGive, onProcess };
  const { list, shown, active, onFocus } = useSheet(place);
  // The line moves at once; what belongs to it follows when the keys rest.
  const detailed = useDeferredValue(active?.key);
  if (!rows) return <div aria-busy="true" />;
  if (rows.length === 0) {
    return (
      <EmptyState
        title={`The reference model has nothing to rate for “${process}”`}
        text="Check the code of the process in the scope of the assessment; the library lists all codes."
      />
    );
  }
  return (
    <div className={styles.sheet}>
      <ProblemAlert problems={problems} onDismiss={dismiss} />
      <SheetFilter rows={rows} mode={mode} filter={filter} onFilter={onFilter} />
      {mode === 'agree' && <AgreeOnAll rows={rows} onAgree={answer} />}
      <div ref={list} className={styles.lines}>
        {[...groupBy(shown, ({ cell }) => cell.attribute)].map(([attribute, own]) => (
          <section key={attribute} aria-label={attributeName(attribute)}>
            <h2 className={styles.attribute}>{attributeName(attribute)}</h2>
            {own.map((row) => (
              <div key={row.key} className={styles.line}>
                <RatingRow
                  row={row}
                  text={textOfItem(source, row.cell)}
                  scale={scale}
                  mode={mode}
                  isCurrent={row === active}
                  labels={labels}
                  onFocus={onFocus}
                  onGive={onGive}
                />
                {row.key === detailed && (
                  <RowDetail
                    assessment={assessment}
                    row={row}
                    source={source}
                    mode={mode}
                    scale={scale}
                    onChange={(fields) => void answer(row.cell, fields)}
                  />
                )}
              </div>
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function attributeName(attribute: AttributeCode): string {
  const name = processAttributes.find(({ code }) => code === attribute)?.name ?? '';
  return `PA ${attribute} ${name}`;
}

function textOfItem(source: ItemSource, { process, attribute, item }: Cell): string {
  if (item === '') return 'The attribute as a whole';
  const items = attribute === '1.1' ? source.outcomes(process) : source.indicators(attribute);
  return items.find(({ code }) => code === item)?.text ?? item;
}
