import { useShortcuts } from '#renderer/shell/use-shortcuts.ts';
import { answerOfKey, type Answer, type Scale } from './answer-keys.ts';

interface WorkbookKeys {
  readonly scale: Scale;
  /** Answers are given; else the workbook is only looked at. */
  readonly isWritable: boolean;
  /** Whether the keys are meant for the lines: the cursor stands in one of them. */
  readonly isInLines: () => boolean;
  readonly give: (answer: Answer) => void;
  /** To the field of the line, where it has one. */
  readonly toField: (name: 'words' | 'evidence') => void;
  readonly toLine: () => void;
  readonly move: (by: number) => void;
  readonly toNext: (what: 'open' | 'difference') => void;
  readonly toProcess: (by: number) => void;
  /** Ends what is being written, and goes on. */
  readonly goOn: () => void;
}

/** The keys of the workbook. They count where the cursor stands in its lines, so that a letter elsewhere rates nothing. */
export function useWorkbookKeys(keys: WorkbookKeys): void {
  const { scale, isWritable, isInLines, give, toField, toLine, move, toNext, toProcess, goOn } = keys;
  const inLines = (work: () => void) => (isInLines() ? work() : false);
  const rate = ({ key }: KeyboardEvent) => {
    const answer = isWritable ? answerOfKey(key, scale) : undefined;
    if (answer === undefined || !isInLines()) return false;
    give(answer);
    return true;
  };
  useShortcuts({
    'workbook.rate': rate,
    'workbook.rateUpper': rate,
    'workbook.ratePlace': rate,
    'workbook.notApplicable': rate,
    'workbook.clear': rate,
    'workbook.comment': ({ target }) => {
      // On a button Enter presses it.
      if (!isWritable || target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement)
        return false;
      return inLines(() => toField('words'));
    },
    'workbook.evidence': () => (isWritable ? inLines(() => toField('evidence')) : false),
    'workbook.back': () => inLines(toLine),
    'workbook.next': () => inLines(() => move(1)),
    'workbook.previous': () => inLines(() => move(-1)),
    'workbook.nextOpen': () => toNext('open'),
    'workbook.nextDifference': () => toNext('difference'),
    'workbook.nextProcess': () => toProcess(1),
    'workbook.previousProcess': () => toProcess(-1),
    'form.save': () => (isWritable ? inLines(goOn) : false),
  });
}
