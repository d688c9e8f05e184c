import { useMemo, useState } from 'react';
import { useConfig, useData } from '#renderer/data/data.ts';
import { paths, useAddressSearch, useNavigation } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { textOf } from '#shared/definition/record.ts';
import { libraryEntries, searchLibrary } from '#shared/library/search.ts';
import { ChosenModel } from './ChosenModel.tsx';
import { Contents } from './Contents.tsx';
import { FoundEntries } from './FoundEntries.tsx';
import { libraryPaths } from './places.ts';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

/** The way into the process library: all parts of a model by domain, or those that answer what is asked. */
export function LibraryPage() {
  return (
    <ChosenModel>
      <ChosenLibrary />
    </ChosenModel>
  );
}

function ChosenLibrary() {
  const { model, id } = useShownModel();
  const { catalogue } = useData();
  const record = useConfig().get(id ?? '');
  const state = record && catalogue.type(record.type)?.lifecycle.states[record.state];
  const edition = record ? textOf(record, 'edition') : '';
  const { q } = useAddressSearch();
  const { go } = useNavigation();
  const [text, setText] = useState(typeof q === 'string' ? q : '');
  const entries = useMemo(() => libraryEntries(model), [model]);
  const isAsked = text.trim() !== '';
  const found = useMemo(() => (isAsked ? searchLibrary(entries, text) : []), [entries, isAsked, text]);
  const ask = (next: string) => {
    setText(next);
    go(libraryPaths.all(id, next), { replace: true });
  };
  return (
    <>
      <PageHeader
        title={id === undefined ? 'Process library' : model.name}
        before={
          id === undefined ? (
            model.name
          ) : (
            <>
              <AppLink href={libraryPaths.all()}>Process library</AppLink> ·{' '}
              <AppLink href={paths.record(id)}>
                {model.code}, edition {edition}
              </AppLink>
            </>
          )
        }
        meta={state && <StateChip stateClass={state.class} label={state.label} />}
        actions={<LinkButton href={libraryPaths.models}>Reference models</LinkButton>}
      />
      <div className={styles.body}>
        <div className={styles.search}>
          <TextInput
            label="Search the library"
            help={
              id === undefined
                ? 'By code, name or text: IM4, workaround, licences.'
                : 'By code, name or text.'
            }
            type="search"
            value={text}
            onChange={ask}
          />
        </div>
        <p role="status" className={styles.muted}>
          {isAsked
            ? `${String(found.length)} found`
            : `${String(model.processes.length)} processes in ${String(model.domains.length)} domains`}
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
