import { useMemo, useState } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths, useAddressSearch, useNavigation } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { textOf } from '#shared/definition/record.ts';
import { isFlagged } from '#shared/processes/improvement/conformance-register.ts';
import { conformancePaths } from './places.ts';
import { OpenYearDialog } from './OpenYearDialog.tsx';
import { readView } from './read-view.ts';
import { RegisterTable } from './RegisterTable.tsx';
import { RegisterTools } from './RegisterTools.tsx';
import { useConformance, useRegister, type Conformance } from './use-register.ts';
import { YearTable } from './YearTable.tsx';
import styles from './conformance.module.css';

/** All services and years: what each has to state, what is there, and who does what next. */
export function RegisterPage() {
  const conformance = useConformance();
  return (
    <>
      {!conformance && <PageHeader title="Conformance register" />}
      {!conformance && <div aria-busy="true" />}
      {conformance && <Register conformance={conformance} />}
    </>
  );
}

function Register({ conformance }: { readonly conformance: Conformance }) {
  const { go } = useNavigation();
  const [isOpening, setIsOpening] = useState(false);
  const view = readView(useAddressSearch(), conformance.thisYear);
  const { year, show, kind, phase, component } = view;
  const mayOpen = useMayOpen();
  const all = useRegister(conformance, year);
  const components = useMemo(
    () =>
      [...new Set(conformance.services.map((service) => textOf(service, 'component')))].filter(
        (id) => id !== '',
      ),
    [conformance.services],
  );
  const rows = all.filter(
    (row) =>
      (kind === undefined || row.cell?.kind === kind) &&
      (phase === undefined || String(row.cell?.phase) === phase) &&
      (component === undefined || row.component === component),
  );
  const shown = show === undefined ? rows : rows.filter((row) => isFlagged(row, show));
  return (
    <>
      <PageHeader
        title="Conformance register"
        before={<AppLink href="/process/CSI">Continual Service Improvement</AppLink>}
        actions={
          <>
            <LinkButton href={conformancePaths.table}>What is asked</LinkButton>
            <LinkButton href={paths.list({ type: 'conformance-exception', where: [] })}>
              Exceptions
            </LinkButton>
            <LinkButton href={paths.list({ type: 'conformance-plan', where: [] })}>Plans</LinkButton>
            <LinkButton href={conformancePaths.report(year, component)}>Report {year}</LinkButton>
            {mayOpen && (
              <Button variant="primary" onClick={() => setIsOpening(true)}>
                Open a year
              </Button>
            )}
          </>
        }
      />
      <div className={styles.body}>
        {all.length === 0 ? (
          <NoServices />
        ) : (
          <>
            <RegisterTools view={view} years={conformance.years} components={components} rows={rows} />
            {shown.length > 0 ? (
              <RegisterTable rows={shown} year={year} />
            ) : (
              <EmptyState
                compact
                title="No service fits"
                action={<LinkButton href={conformancePaths.register({ year })}>Show all services</LinkButton>}
              />
            )}
          </>
        )}
        <Section title="How do the years compare?">
          <YearTable conformance={conformance} component={component ?? ''} />
          {conformance.statements.length === 0 && conformance.cycles.length === 0 && (
            <p className={styles.small}>
              Nothing was stated yet. Set type and phase of each service, then open a year: that makes a draft
              for each.
            </p>
          )}
        </Section>
      </div>
      {isOpening && (
        <OpenYearDialog
          conformance={conformance}
          year={nextToOpen(conformance)}
          components={components}
          onClose={(opened) => {
            setIsOpening(false);
            if (opened !== undefined)
              go(conformancePaths.register({ ...view, year: opened, show: undefined }));
          }}
        />
      )}
    </>
  );
}

/** This year, or the next one where this one was opened already. */
function nextToOpen({ cycles, thisYear }: Conformance): number {
  return cycles.some(({ fields }) => fields['year'] === thisYear) ? thisYear + 1 : thisYear;
}

function useMayOpen(): boolean {
  const { catalogue } = useData();
  const actor = useKnownActor();
  return ['conformance-cycle', 'conformance-statement'].every(
    (name) => catalogue.type(name)?.create.allows(actor, undefined) ?? false,
  );
}

function NoServices() {
  return (
    <EmptyState
      title="No service is offered yet"
      text="The register has a line for each service in the catalogue. Record a service with its type and phase, move it to the catalogue, then open a year."
      action={
        <LinkButton variant="primary" href={paths.create('service')}>
          New service
        </LinkButton>
      }
    />
  );
}
