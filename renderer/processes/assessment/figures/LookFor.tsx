import type { Cell, Item, ItemSource } from '#shared/assessment/workbook.ts';
import styles from './figures.module.css';

interface LookForProps {
  readonly cell: Cell;
  readonly source: ItemSource;
}

/** Indicators of the library: evidence that an outcome leaves; generic practice and work products above PA 1.1. */
export function LookFor({ cell, source }: LookForProps) {
  const { process, attribute, item } = cell;
  const items = attribute === '1.1' ? source.outcomes(process) : source.indicators(attribute);
  if (item !== '') {
    const found = items.find(({ code }) => code === item);
    return found ? <Indicators item={found} /> : null;
  }
  return (
    <details>
      <summary>What to look for ({items.length})</summary>
      <ul className={styles.items}>
        {items.map((one) => (
          <li key={one.code}>
            <strong>{one.code}</strong> {one.text}
            <Indicators item={one} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Indicators({ item }: { readonly item: Item }) {
  const told = [
    ['Expected evidence', item.evidence],
    ['Practice', item.practice],
    ['Work products', item.workProducts],
  ].filter(([, text]) => text !== undefined && text !== '');
  if (told.length === 0) return null;
  return (
    <dl className={styles.indicators}>
      {told.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
