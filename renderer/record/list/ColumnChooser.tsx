import ArrowDownwardIcon from '@mui/icons-material/ArrowDownward';
import ArrowUpwardIcon from '@mui/icons-material/ArrowUpward';
import UnfoldLessIcon from '@mui/icons-material/UnfoldLess';
import UnfoldMoreIcon from '@mui/icons-material/UnfoldMore';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { ListColumns } from './use-columns.ts';
import styles from './chooser.module.css';

/** By how much a press changes a width, in px. */
const step = 24;

interface ColumnChooserProps {
  readonly columns: ListColumns;
  readonly onClose: () => void;
}

/** Which columns a list shows, and in which order. */
export function ColumnChooser({
  columns: { all, shown, setShown, setWidth, reset },
  onClose,
}: ColumnChooserProps) {
  const names = shown.map(({ name }) => name);
  const hidden = all
    .filter(({ name }) => !names.includes(name))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const move = (at: number, by: number) => {
    const next = [...names];
    const [name] = next.splice(at, 1);
    if (name === undefined) return;
    next.splice(at + by, 0, name);
    setShown(next);
  };
  return (
    <Dialog
      open
      title="Columns"
      width="small"
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" disabled={!reset} onClick={() => reset?.()}>
            Back to the usual columns
          </Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <ul className={styles.list} aria-label="Shown, in order">
        {shown.map((column, at) => (
          <li key={column.name} className={styles.item}>
            <Checkbox
              label={column.label}
              checked
              disabled={shown.length === 1}
              onChange={() => setShown(names.filter((name) => name !== column.name))}
            />
            <span className={styles.tools}>
              <IconButton
                label={`Make ${column.label} narrower`}
                onClick={() => setWidth(column.name, column.width - step)}
              >
                <UnfoldLessIcon className={styles.sideways} />
              </IconButton>
              <IconButton
                label={`Make ${column.label} wider`}
                onClick={() => setWidth(column.name, column.width + step)}
              >
                <UnfoldMoreIcon className={styles.sideways} />
              </IconButton>
              <IconButton label={`Move ${column.label} up`} disabled={at === 0} onClick={() => move(at, -1)}>
                <ArrowUpwardIcon />
              </IconButton>
              <IconButton
                label={`Move ${column.label} down`}
                disabled={at === shown.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDownwardIcon />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <ul className={styles.more} aria-label="Not shown">
          {hidden.map((column) => (
            <li key={column.name} className={styles.item}>
              <Checkbox
                label={column.label}
                checked={false}
                onChange={() => setShown([...names, column.name])}
              />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
