import { useState, type KeyboardEvent } from 'react';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { levelNames, levels } from '#shared/assessment/attributes.ts';
import type { ScopeChoice } from '#shared/assessment/scope.ts';
import styles from './scope.module.css';

interface ScopeRowProps {
  readonly label: string;
  readonly isGroup?: boolean;
  /** Those of the row that are in scope. */
  readonly choices: readonly ScopeChoice[];
  /** How many processes the row stands for. */
  readonly of: number;
  readonly onToggle: (isIn: boolean) => void;
  readonly onTarget: (level: ScopeChoice['target']) => void;
  readonly onInstances?: (text: string) => void;
}

/** A process, or a whole domain: in scope or not, its target level, its instances. */
export function ScopeRow({
  label,
  isGroup = false,
  choices,
  of,
  onToggle,
  onTarget,
  onInstances,
}: ScopeRowProps) {
  const isIn = choices.length > 0;
  const targets = new Set(choices.map(({ target }) => target));
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const { target, currentTarget } = event;
    if (!(target instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.type !== 'checkbox') {
      if (event.key === 'Enter') currentTarget.querySelector<HTMLElement>('input[type="checkbox"]')?.focus();
      return;
    }
    const level = levels.find((one) => String(one) === event.key);
    if (level !== undefined) {
      event.preventDefault();
      // Digits are shortcuts of the page elsewhere.
      event.stopPropagation();
      onTarget(level);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      currentTarget.querySelector<HTMLElement>('input[type="text"]')?.focus();
    }
  };
  return (
    <div data-scope-row className={classes(styles.row, isGroup && styles.domain)} onKeyDown={onKeyDown}>
      <span className={styles.name}>
        <Checkbox
          label={label}
          checked={choices.length === of}
          indeterminate={isIn && choices.length < of}
          onChange={onToggle}
        />
      </span>
      <span className={styles.levels} role="radiogroup" aria-label={`Target level of ${label}`}>
        {levels.map((level) => (
          <button
            key={level}
            type="button"
            role="radio"
            tabIndex={-1}
            aria-checked={targets.size === 1 && targets.has(level)}
            aria-label={`Level ${level}, ${levelNames[level]}`}
            title={levelNames[level]}
            className={classes(styles.level, targets.size === 1 && targets.has(level) && styles.chosen)}
            onClick={() => onTarget(level)}
          >
            {level}
          </button>
        ))}
      </span>
      {onInstances && choices[0] && (
        <Instances label={label} instances={choices[0].instances} onChange={onInstances} />
      )}
    </div>
  );
}

interface InstancesProps {
  readonly label: string;
  readonly instances: readonly string[];
  readonly onChange: (text: string) => void;
}

/** Names of instances with commas between them. What is typed stays as it is until the field is left. */
function Instances({ label, instances, onChange }: InstancesProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <span className={styles.instances}>
      <TextInput
        label={`Instances of ${label}`}
        hideLabel
        placeholder="As one. Or name them: Day shift, Night shift"
        value={typed ?? instances.join(', ')}
        onChange={(text) => {
          setTyped(text);
          onChange(text);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <span className={styles.count}>{instances.length > 1 && `${instances.length} instances`}</span>
    </span>
  );
}
