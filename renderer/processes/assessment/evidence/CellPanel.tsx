import { useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { processAttributes } from '#shared/assessment/attributes.ts';
import type { CoverageCell } from '#shared/assessment/coverage.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { Panel } from '../../support/Panel.tsx';
import { AskDialog } from './AskDialog.tsx';
import { PieceTable } from './PieceTable.tsx';
import { standings, standingWords } from './standing.ts';
import styles from './evidence.module.css';

interface CellPanelProps {
  readonly assessment: RecordView;
  readonly cell: CoverageCell;
  readonly evidence: readonly RecordView[];
  readonly mayAsk: boolean;
  readonly onClose: () => void;
}

/** One attribute of one process: each outcome with what is known of it, the records, and a way to ask for more. */
export function CellPanel({ assessment, cell, evidence, mayAsk, onClose }: CellPanelProps) {
  const { catalogue } = useData();
  const [asked, setAsked] = useState<readonly string[]>();
  const { process, attribute, items } = cell;
  const name = processAttributes.find(({ code }) => code === attribute)?.name ?? '';
  const pieces = evidence.filter(({ id }) => cell.pieces.includes(id));
  const unseen = items.filter(({ standing }) => standing !== 'seen').map(({ item }) => item.code);
  const list = {
    type: 'evidence',
    where: [
      { column: 'assessment', in: [assessment.id] },
      { column: 'processes', in: [process] },
    ],
  };
  return (
    <div className={styles.panel} role="region" aria-label={`Evidence for ${process} PA ${attribute}`}>
      <Panel
        title={`${process} PA ${attribute} ${name}`}
        actions={
          <>
            {mayAsk && catalogue.type('evidence') && (
              <Button size="small" variant="primary" onClick={() => setAsked(unseen)}>
                Ask for it
              </Button>
            )}
            <Button size="small" variant="quiet" onClick={onClose}>
              Close
            </Button>
          </>
        }
      >
        <p className={styles.muted}>{standingWords(cell)}</p>
        <ul className={styles.outcomes}>
          {items.map(({ item, standing }) => (
            <li key={item.code}>
              <span className={styles.sign} role="img" aria-label={standings[standing].label}>
                {standings[standing].sign}
              </span>
              <span>
                <strong>{item.code}</strong> {item.text}
                {(item.evidence ?? item.workProducts) && (
                  <span className={styles.muted}> Look at: {item.evidence ?? item.workProducts}</span>
                )}
              </span>
              {mayAsk && standing !== 'seen' && (
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Ask for ${item.code}`}
                  onClick={() => setAsked([item.code])}
                >
                  Ask
                </Button>
              )}
            </li>
          ))}
        </ul>
        {pieces.length > 0 && (
          <PieceTable caption={`Evidence for ${process} PA ${attribute}`} pieces={pieces} />
        )}
        <AppLink href={paths.list(list)}>All evidence for {process}</AppLink>
      </Panel>
      {asked && (
        <AskDialog assessment={assessment} cell={cell} outcomes={asked} onClose={() => setAsked(undefined)} />
      )}
    </div>
  );
}
