import PrintIcon from '@mui/icons-material/PrintOutlined';
import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { hasRole } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { groupBy } from '#shared/kernel/group-by.ts';
import type { LibraryProcess, ReferenceModel } from '#shared/library/model.ts';
import { GuideBody } from './GuideBody.tsx';
import { libraryPaths } from './places.ts';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

/** As in ISO/IEC 20000-2 8.2, 8.3: the first part of a document's title names it. */
function clausesOf({ documents }: ReferenceModel, { clauses }: LibraryProcess): string {
  return [...groupBy(clauses, ({ document }) => document)]
    .map(([document, own]) => {
      const title = documents.find(({ code }) => code === document)?.title ?? document;
      return `${title.split(/[:,]/)[0] ?? document} ${own.map(({ section }) => section).join(', ')}`;
    })
    .join('; ');
}

/** The guide of one process. */
export function GuidePage({ process }: { readonly process: LibraryProcess }) {
  const { catalogue } = useData();
  const actor = useKnownActor();
  const { model, id } = useShownModel();
  const domain = model.domains.find(({ code }) => code === process.domain);
  const mayTailor =
    (catalogue.type('tailoring')?.create.allows(actor, undefined) ?? false) &&
    (id !== undefined ||
      hasRole(actor, 'processOwner', { process: process.code }) ||
      hasRole(actor, 'administrator'));
  const tailored: FieldValues =
    id === undefined
      ? { process: process.code }
      : { model: 'kept', keptModel: id, keptProcess: process.code };
  const clauses = clausesOf(model, process);
  return (
    <>
      <PageHeader
        title={process.name}
        before={
          <>
            <AppLink href={libraryPaths.all(id)}>{id === undefined ? 'Process library' : model.name}</AppLink>{' '}
            · {process.code} ·{' '}
            {domain && <AppLink href={libraryPaths.part('domain', domain.code, id)}>{domain.name}</AppLink>}
            {clauses !== '' && ` · ${clauses}`}
          </>
        }
        actions={
          <>
            {id === undefined && catalogue.process(process.code) && (
              <LinkButton href={`/process/${process.code}`}>Fields and figures</LinkButton>
            )}
            {mayTailor && <LinkButton href={paths.create('tailoring', tailored)}>Tailor</LinkButton>}
            <LinkButton icon={<PrintIcon />} href={libraryPaths.print(process.code, id)}>
              Print guide
            </LinkButton>
          </>
        }
      />
      <div className={styles.body}>
        <GuideBody process={process} />
      </div>
    </>
  );
}
