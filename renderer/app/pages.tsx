import { useParams } from '@tanstack/react-router';
import { createElement, lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useData } from '#renderer/data/data.ts';
import { noteVisit } from '#renderer/session/recent.ts';
import { NotFoundPage } from '#renderer/shell/pages/NotFoundPage.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';

type Page<Props = object> = (props: Props) => ReactNode;

/** A page in a chunk of its own, loaded when it is first shown. */
function page<Props extends object>(load: () => Promise<Page<Props>>): Page<Props> {
  const Loaded = lazy<Page<Props>>(async () => ({ default: await load() }));
  return (props) => <Suspense>{createElement<Props>(Loaded, props)}</Suspense>;
}

/** A page about the record type that the address names. */
function ofType(TypedPage: Page<{ readonly type: RecordType }>): Page {
  return function TypePage() {
    const { type: name } = useParams({ strict: false }) as { readonly type?: string };
    const type = useData().catalogue.type(name ?? '');
    return type ? <TypedPage key={type.name} type={type} /> : <NotFoundPage />;
  };
}

/** A page about the record that the address names. */
function ofRecord(RecordPage: Page<{ readonly id: string }>): Page {
  return function RecordRoute() {
    const { id } = useParams({ strict: false }) as { readonly id?: string };
    useEffect(() => {
      if (id) noteVisit(id);
    }, [id]);
    return id ? <RecordPage key={id} id={id} /> : <NotFoundPage />;
  };
}

const DeskPage = page(async () => (await import('#renderer/processes/desk/DeskPage.tsx')).DeskPage);
const HandoverPage = page(async () => (await import('#renderer/processes/handover/HandoverPage.tsx')).HandoverPage);
const SearchPage = page(async () => (await import('#renderer/shell/search/SearchPage.tsx')).SearchPage);
const ProcessPage = page(async () => (await import('#renderer/shell/pages/ProcessPage.tsx')).ProcessPage);
const HelpPage = page(async () => (await import('#renderer/shell/pages/HelpPage.tsx')).HelpPage);
const SettingsPage = page(async () => (await import('#renderer/shell/pages/SettingsPage.tsx')).SettingsPage);

/** Every address of the workbench and what stands there. */
export const pages: readonly { readonly path: string; readonly component: Page }[] = [
  { path: '/', component: DeskPage },
  { path: '/handover', component: HandoverPage },
  { path: '/search', component: SearchPage },
  { path: '/process/$code', component: ProcessPage },
  { path: '/help', component: HelpPage },
  { path: '/settings', component: SettingsPage },
];
