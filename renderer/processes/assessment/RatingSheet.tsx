import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { attributeCodes, processAttributes, type AttributeCode } from '#shared/assessment/attributes.ts';
import type { Cell, ItemSource } from '#shared/assessment/workbook.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import { answerOfKey, type Answer, type Scale } from './answer-keys.ts';
import { RatingRow } from './RatingRow.tsx';
import { RowDetail } from './RowDetail.tsx';
import { useRatings, type WorkbookMode } from './use-ratings.ts';
import { AgreeOnAll } from './AgreeOnAll.tsx';
import styles from './workbook.module.css';

interface RatingSheetProps {
  readonly assessment: RecordView;
  readonly process: string;
  readonly source: ItemSource;
  readonly mode: WorkbookMode;
  /** Code of the attribute that the address names. */
  readonly asked?: unknown;
}

/** What is to be rated of one process, attribute by attribute. One key rates a line and goes to the next. */
export function RatingSheet({ assessment, process, source, mode, asked }: RatingSheetProps) {
  const { rows, problems, dismiss, answer } = useRatings(assessment, process, source, mode);
  const [current, setCurrent] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const isRead = rows !== undefined;
  useEffect(() => {
    const code = attributeCodes.find((one) => one === asked);
    const heading = code && list.current?.querySelector(`[data-attribute="${code}"] h2`);
    if (isRead && heading) heading.scrollIntoView({ block: 'center' });
  }, [isRead, asked]);
  const scale: Scale = textOf(assessment, 'scale') === 'refined' ? 'refined' : 'plain';
  if (!rows) return <div aria-busy="true" />;
  if (rows.length === 0) {
    return (
      <EmptyState
        title={`The reference model has nothing to rate for “${process}”`}
        text="Check the code of the process in the scope of the assessment; the library lists all codes."
      />
    );
  }
  const isFixed = mode === 'look';
  const active =
    rows.find(({ key }) => key === current) ?? rows.find(({ cell }) => cell.attribute === asked) ?? rows[0];

  const focusRow = (key: string | undefined) => {
    setCurrent(key);
    const line = key && list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
    if (line) line.focus();
  };
  const move = (from: string, by: number) => {
    const next = rows[rows.findIndex(({ key }) => key === from) + by];
    if (next) focusRow(next.key);
  };
  const give = (cell: Cell, value: Answer) => void answer(cell, { value: value === '' ? null : value });
  const onKeyDown = (event: KeyboardEvent, key: string, cell: Cell) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(key, event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
    const given = isFixed ? undefined : answerOfKey(event.key, scale);
    if (given === undefined) return;
    event.preventDefault();
    // Keys of the page's own shortcuts are answers here.
    event.stopPropagation();
    give(cell, given);
    if (given !== '') move(key, 1);
  };

  return (
    <div className={styles.sheet}>
      <ProblemAlert problems={problems} onDismiss={dismiss} />
      {mode === 'agree' && <AgreeOnAll rows={rows} onAgree={answer} />}
      <div ref={list} className={styles.lines}>
        {[...groupBy(rows, ({ cell }) => cell.attribute)].map(([attribute, own]) => (
          <section key={attribute} aria-label={attributeName(attribute)} data-attribute={attribute}>
            <h2 className={styles.attribute}>{attributeName(attribute)}</h2>
            {own.map((row) => (
              <div key={row.key}>
                <RatingRow
                  row={row}
                  text={textOfItem(source, row.cell)}
                  scale={scale}
                  mode={mode}
                  isCurrent={row === active}
                  onFocus={() => setCurrent(row.key)}
                  onKeyDown={(event) => onKeyDown(event, row.key, row.cell)}
                  onGive={(value) => give(row.cell, value)}
                />
                {row === active && (
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
