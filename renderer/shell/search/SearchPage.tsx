import { useMemo } from 'react';
import { useData, useNow, useSearch } from '#renderer/data/data.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { ResultLine } from './ResultLine.tsx';
import { searchQueries, searchWords } from './search-filters.ts';
import { SearchFilterBar } from './SearchFilterBar.tsx';
import { useSearchAddress } from './use-search-address.ts';
import styles from './Search.module.css';

const mostShown = 200;

function summaryOf(shown: number, total: number): string {
  const found = total === 1 ? '1 record found' : `${total.toLocaleString('en-GB')} records found`;
  return shown < total
    ? `${found}; the best ${String(shown)} are shown. Narrow the search to see others.`
    : `${found}.`;
}

/** Words over all records; words and filters stand in the address, so a search can be linked and gone back to. */
export function SearchPage() {
  const { catalogue } = useData();
  const { text, filters, setText, setFilters } = useSearchAddress();
  const queries = useMemo(() => searchQueries(catalogue, filters), [catalogue, filters]);
  const { result } = useSearch(text, queries, mostShown);
  const words = useMemo(() => searchWords(text), [text]);
  const now = useNow();
  return (
    <div className={styles.page}>
      <PageHeader title="Search" />
      <div className={styles.bar}>
        <TextInput
          label="Words"
          hideLabel
          type="search"
          placeholder="Words, numbers, names; the last word may be a beginning"
          value={text}
          onChange={setText}
          autoFocus
        />
        <SearchFilterBar filters={filters} onChange={setFilters} />
      </div>
      {words.length === 0 ? (
        <EmptyState
          title="Search all records of this unit"
          text="Titles, descriptions, numbers, people, equipment: every text of every record, also without a network."
        />
      ) : (
        result && (
          <>
            <p className={styles.summary} role="status">
              {summaryOf(result.rows.length, result.total)}
            </p>
            {result.rows.length === 0 ? (
              <EmptyState title="Nothing found" text="Try fewer or other words, or take the filters off." />
            ) : (
              <ul className={styles.results} aria-label="Records found">
                {result.rows.map((row) => (
                  <li key={row.id}>
                    <AppLink href={`/record/${row.id}`} className={styles.result}>
                      <ResultLine row={row} words={words} now={now} />
                    </AppLink>
                  </li>
                ))}
              </ul>
            )}
          </>
        )
      )}
    </div>
  );
}
