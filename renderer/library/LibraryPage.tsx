import { defaultStringifySearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useAddressSearch, useNavigation } from '#renderer/record/navigation.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { desmf } from '#resources/library/desmf.ts';
import { libraryEntries, searchLibrary } from '#shared/library/search.ts';
import { Contents } from './Contents.tsx';
import { FoundEntries } from './FoundEntries.tsx';
import { libraryPaths } from './places.ts';
import styles from './library.module.css';

/** The way into the process library: all parts by domain, or those that answer what is asked. */
export function LibraryPage() {
  const { q } = useAddressSearch();
  const { go } = useNavigation();
  const [text, setText] = useState(typeof q === 'string' ? q : '');
  const entries = useMemo(() => libraryEntries(desmf), []);
  const isAsked = text.trim() !== '';
  const found = useMemo(() => (isAsked ? searchLibrary(entries, text) : []), [entries, isAsked, text]);
  const ask = (next: string) => {
    setText(next);
    go(`${libraryPaths.all}${defaultStringifySearch(next === '' ? {} : { q: next })}`, { replace: true });
  };
  return (
    <>
      <PageHeader title="Process library" before={desmf.name} />
      <div className={styles.body}>
        <div className={styles.search}>
          <TextInput
            label="Search the library"
            help="By code, name or text: IM4, workaround, licences."
            type="search"
            value={text}
            onChange={ask}
          />
        </div>
        <p role="status" className={styles.muted}>
          {isAsked
            ? `${String(found.length)} found`
            : `${String(desmf.processes.length)} processes in ${String(desmf.domains.length)} domains`}
        </p>
        {!isAsked && <Contents />}
        {isAsked && found.length > 0 && <FoundEntries entries={found} />}
        {isAsked && found.length === 0 && (
          <EmptyState
            compact
            title="Nothing in the library has all these words"
            text="Try fewer words, or the beginning of one."
          />
        )}
      </div>
    </>
  );
}
