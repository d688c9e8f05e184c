import SearchIcon from '@mui/icons-material/Search';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '#renderer/shell/use-shortcuts.ts';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { withText } from '../filter/edit-query.ts';
import type { Query } from '#shared/definition/query.ts';
import styles from './list.module.css';

interface ListSearchProps {
  readonly query: Query;
  readonly label: string;
  readonly onChange: (query: Query) => void;
}

/** The address follows the typing a moment later, so that every key is on the screen at once. */
const pause = 120;

/** Searches in the list while a person types. */
export function ListSearch({ query, label, onChange }: ListSearchProps) {
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null);
  const asked = query.text ?? '';
  const [typed, setTyped] = useState({ text: asked, asked });
  // Another question (a filter picked, Back) shows its own words.
  if (typed.asked !== asked) setTyped({ text: typed.text === typed.asked ? asked : typed.text, asked });

  useEffect(() => {
    if (typed.text === asked) return undefined;
    const timer = setTimeout(() => onChange(withText(query, typed.text)), pause);
    return () => clearTimeout(timer);
  }, [typed.text, asked, query, onChange]);

  useShortcuts({
    'list.search': () => {
      input.current?.focus();
      return true;
    },
  });
  return (
    <div className={styles.search}>
      <TextInput
        label={label}
        hideLabel
        type="search"
        placeholder={`${label} (/)`}
        startIcon={<SearchIcon />}
        value={typed.text}
        inputRef={input}
        onChange={(text) => setTyped({ text, asked })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          if (event.key === 'Escape' && typed.text !== '') setTyped({ text: '', asked });
          else document.querySelector<HTMLElement>('[data-list-grid]')?.focus();
        }}
      />
    </div>
  );
}
