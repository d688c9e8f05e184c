import PrintIcon from '@mui/icons-material/PrintOutlined';
import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { desmf } from '#resources/library/desmf.ts';
import { hasRole } from '#shared/definition/permission.ts';
import type { LibraryProcess } from '#shared/library/model.ts';
import { GuideBody } from './GuideBody.tsx';
import { libraryPaths } from './places.ts';
import styles from './library.module.css';

function clausesOf({ clauses }: LibraryProcess): string {
  return clauses.map(({ section }) => section).join(', ');
}

/** The guide of one process. */
export function GuidePage({ process }: { readonly process: LibraryProcess }) {
  const { catalogue } = useData();
  const actor = useKnownActor();
  const domain = desmf.domains.find(({ code }) => code === process.domain);
  const mayTailor =
    (catalogue.type('tailoring')?.create.allows(actor, undefined) ?? false) &&
    (hasRole(actor, 'processOwner', { process: process.code }) || hasRole(actor, 'administrator'));
  return (
    <>
      <PageHeader
        title={process.name}
        before={
          <>
            <AppLink href={libraryPaths.all}>Process library</AppLink> · {process.code} ·{' '}
            {domain && <AppLink href={libraryPaths.part('domain', domain.code)}>{domain.name}</AppLink>} ·
            ISO/IEC 20000-2 {clausesOf(process)}
          </>
        }
        actions={
          <>
            {catalogue.process(process.code) && (
              <LinkButton href={`/process/${process.code}`}>Fields and figures</LinkButton>
            )}
            {mayTailor && (
              <LinkButton href={paths.create('tailoring', { process: process.code })}>Tailor</LinkButton>
            )}
            <LinkButton icon={<PrintIcon />} href={libraryPaths.print(process.code)}>
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
