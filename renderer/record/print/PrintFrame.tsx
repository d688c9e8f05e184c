import type { ReactNode } from 'react';
import { usePrintPage } from '#renderer/session/use-print.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { PrintPage } from '#renderer/ui/PrintPage.tsx';
import styles from './print.module.css';

interface PrintFrameProps {
  readonly title: string;
  /** What the browser's history, the dialog and the file are called by; nothing that a person wrote. */
  readonly name: string;
  readonly subtitle: string;
  /** Epoch ms. */
  readonly asOf: number;
  readonly landscape?: boolean;
  /** Takes the window's width on the screen. */
  readonly isWide?: boolean;
  /** False while what is to be printed is still being read. */
  readonly isReady: boolean;
  /** Beside the buttons to print: what else is done with the page. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page as it will stand on paper, with the buttons to print it or to save it as PDF. */
export function PrintFrame(props: PrintFrameProps) {
  const {
    title,
    name,
    subtitle,
    asOf,
    landscape = false,
    isWide = false,
    isReady,
    actions,
    children,
  } = props;
  const { print, savePdf } = usePrintPage({ title: name, landscape });
  return (
    <div className={styles.scroll}>
      <title>{`${name} · Outpost`}</title>
      <div className={styles.bar}>
        <Button variant="primary" disabled={!isReady} onClick={() => void print()}>
          Print
        </Button>
        <Button disabled={!isReady} onClick={() => void savePdf()}>
          Save as PDF
        </Button>
        {actions}
        <Button variant="quiet" onClick={() => window.history.back()}>
          Back
        </Button>
      </div>
      <div className={classes(styles.sheet, isWide && styles.wideSheet)}>
        <h1 className={styles.title}>{title}</h1>
        <PrintPage title={title} subtitle={subtitle} asOf={asOf}>
          <div className={styles.content}>{children}</div>
        </PrintPage>
      </div>
    </div>
  );
}
