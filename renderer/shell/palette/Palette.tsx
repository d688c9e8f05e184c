import SearchIcon from '@mui/icons-material/SearchOutlined';
import MuiDialog from '@mui/material/Dialog';
import { useRouter } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { useConfig, useData, useNow, useSearch } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useActor } from '#renderer/session/session.tsx';
import { useUndo } from '#renderer/session/undo.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { PickList } from '#renderer/ui/PickList.tsx';
import { ResultLine } from '../search/ResultLine.tsx';
import { noFilters, searchPath, searchQueries, searchWords } from '../search/search-filters.ts';
import { SearchFilterBar } from '../search/SearchFilterBar.tsx';
import { closeOverlay } from '../shell-store.ts';
import { paletteCommands } from './commands.ts';
import { paletteItems, type PaletteItem } from './palette-items.ts';
import { useRecentRows } from './use-recent-rows.ts';
import styles from './Palette.module.css';

const mostFound = 12;

/** Finds records and commands from anywhere. */
export function Palette() {
  const { catalogue } = useData();
  const config = useConfig();
  const actor = useActor();
  const router = useRouter();
  const undo = useUndo();
  const now = useNow();
  const [text, setText] = useState('');
  const [filters, setFilters] = useState(noFilters);
  const sought = useDeferredValue(text);
  const commands = useMemo(
    () =>
      paletteCommands({
        catalogue,
        actor,
        assessments: config.all('assessment'),
        go: (href) => void router.navigate({ href }),
        listPath: paths.list,
        undo: () => void undo(),
      }),
    [catalogue, config, actor, router, undo],
  );
  const queries = useMemo(() => searchQueries(catalogue, filters), [catalogue, filters]);
  const { result } = useSearch(sought, queries, mostFound);
  const recent = useRecentRows();
  const items = useMemo(
    () => paletteItems({ text: sought, commands, found: result?.rows ?? [], recent }),
    [sought, commands, result, recent],
  );
  const words = useMemo(() => searchWords(sought), [sought]);

  const pick = (item: PaletteItem) => {
    closeOverlay();
    if (item.kind === 'command') item.command.run();
    else
      void router.navigate({
        href: item.kind === 'record' ? paths.record(item.row.id) : searchPath(item.text, filters),
      });
  };

  return (
    <MuiDialog
      open
      onClose={closeOverlay}
      fullWidth
      maxWidth={false}
      transitionDuration={0}
      slotProps={{
        paper: { className: styles.paper, 'aria-label': 'Search and commands' },
        container: { className: styles.container },
      }}
    >
      <PickList
        label="Search records and commands"
        placeholder="Type a command, a number or words of a record"
        icon={<SearchIcon />}
        value={text}
        onChange={setText}
        items={items}
        onPick={pick}
        tools={text.trim() === '' ? undefined : <SearchFilterBar filters={filters} onChange={setFilters} />}
        empty={<EmptyState compact title="Nothing fits." />}
        render={(item) => {
          if (item.kind === 'record') return <ResultLine row={item.row} words={words} now={now} />;
          if (item.kind === 'all') return `Search all records for “${item.text.trim()}”`;
          return (
            <>
              <span className={styles.command}>{item.command.label}</span>
              {item.command.shortcut?.split(' ').map((keys) => (
                <Kbd key={keys} keys={keys} />
              ))}
            </>
          );
        }}
      />
    </MuiDialog>
  );
}
