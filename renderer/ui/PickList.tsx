import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './PickList.module.css';

export interface PickItem {
  readonly id: string;
  /** Heading under which it stands; items of one group follow each other. */
  readonly group?: string | undefined;
}

interface PickListProps<T extends PickItem> {
  /** Name of the input. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly icon?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly items: readonly T[];
  readonly render: (item: T) => ReactNode;
  readonly onPick: (item: T, event: { readonly ctrlKey: boolean; readonly metaKey: boolean }) => void;
  /** Shown in place of the list when there is nothing in it. */
  readonly empty?: ReactNode;
  /** Between the input and the list. */
  readonly tools?: ReactNode;
  readonly busy?: boolean;
}

function grouped<T extends PickItem>(
  items: readonly T[],
): readonly { readonly name: string; readonly items: readonly T[] }[] {
  const groups: { name: string; items: T[] }[] = [];
  for (const item of items) {
    const name = item.group ?? '';
    const last = groups.at(-1);
    if (last?.name === name) last.items.push(item);
    else groups.push({ name, items: [item] });
  }
  return groups;
}

function nextActive(key: string, active: number, length: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % length;
    case 'ArrowUp':
      return (active - 1 + length) % length;
    case 'PageDown':
      return Math.min(length - 1, active + 8);
    case 'PageUp':
      return Math.max(0, active - 8);
    default:
      return undefined;
  }
}

/** An input with what it finds below: arrows walk, Enter picks, the cursor stays in the input. */
export function PickList<T extends PickItem>(props: PickListProps<T>) {
  const { label, value, onChange, items, render, onPick } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState({ index: 0, of: value });
  // What was walked to means nothing in the answer to other words.
  const active = wanted.of === value ? Math.min(wanted.index, Math.max(0, items.length - 1)) : 0;
  const activeItem = items[active];
  const optionId = (item: T) => `${id}-${item.id}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, items]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || items.length === 0) return;
    const next = nextActive(event.key, active, items.length);
    if (next !== undefined) {
      event.preventDefault();
      setWanted({ index: next, of: value });
    } else if (event.key === 'Enter' && activeItem) {
      event.preventDefault();
      onPick(activeItem, event);
    }
  };

  return (
    <div className={styles.pick}>
      <div className={styles.inputLine}>
        {props.icon}
        <input
          className={styles.input}
          role="combobox"
          aria-label={label}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={activeItem ? optionId(activeItem) : undefined}
          aria-busy={props.busy}
          placeholder={props.placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
          autoFocus
        />
      </div>
      {props.tools}
      <div className={styles.list} id={`${id}-list`} role="listbox" aria-label={label} ref={list}>
        {grouped(items).map((group, groupIndex) => (
          <div
            key={group.name}
            role="group"
            aria-labelledby={group.name ? `${id}-group-${String(groupIndex)}` : undefined}
          >
            {group.name && (
              <div id={`${id}-group-${String(groupIndex)}`} className={styles.group} role="presentation">
                {group.name}
              </div>
            )}
            {group.items.map((item) => (
              <div
                key={item.id}
                id={optionId(item)}
                role="option"
                aria-selected={item === activeItem}
                className={styles.option}
                onPointerMove={() => {
                  if (item !== activeItem) setWanted({ index: items.indexOf(item), of: value });
                }}
                onMouseDown={(event) => event.preventDefault()}
                onClick={(event) => onPick(item, event)}
              >
                {render(item)}
              </div>
            ))}
          </div>
        ))}
      </div>
      {items.length === 0 && props.empty}
    </div>
  );
}
