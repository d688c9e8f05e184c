import { Section } from '#renderer/ui/Section.tsx';
import type { LibraryDomain } from '#shared/library/model.ts';
import { InterfaceTables } from './InterfaceTables.tsx';
import { MetricList } from './MetricList.tsx';
import { ProcessLinks } from './ProcessLinks.tsx';
import { Sources } from './Sources.tsx';
import { useShownModel } from './shown-model.ts';

/** What a domain is for, its processes, and what passes between it and the others. */
export function DomainBody({ domain }: { readonly domain: LibraryDomain }) {
  const { model } = useShownModel();
  const processes = model.processes.filter((process) => process.domain === domain.code);
  return (
    <>
      <Section title="Purpose">
        <p>{domain.purpose}</p>
      </Section>
      <Section title="Processes">
        <ProcessLinks codes={processes.map(({ code }) => code)} />
      </Section>
      <InterfaceTables code={domain.code} kind="domain" />
      <MetricList name={domain.name} metrics={domain.metrics} />
      <Sources sources={domain.sources} />
    </>
  );
}
