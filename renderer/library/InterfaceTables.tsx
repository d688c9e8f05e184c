import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { interfacesOf } from '#shared/library/interfaces.ts';
import type { Flow } from '#shared/library/model.ts';
import { endOf } from './places.ts';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

interface FlowTableProps {
  readonly title: string;
  readonly end: 'from' | 'to';
  readonly first: 'process' | 'domain';
  readonly flows: readonly Flow[];
}

function FlowTable({ title, end, first, flows }: FlowTableProps) {
  const shown = useShownModel();
  return (
    <DataTable caption={title} showCaption>
      <thead>
        <tr>
          <th scope="col">{end === 'from' ? 'From' : 'To'}</th>
          <th scope="col">What</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => {
          const { name, href } = endOf(shown, flow[end], first);
          return (
            <tr key={`${flow.from} ${flow.to} ${flow.what}`}>
              <th scope="row">
                <AppLink href={href}>
                  {flow[end]} {name}
                </AppLink>
              </th>
              <td>{flow.what}</td>
              <td data-nowrap>
                {flow.source.document} {flow.source.section}
              </td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}

interface InterfacesProps {
  readonly code: string;
  /** A domain's page shows what passes between domains; that of a process or function, all it has. */
  readonly kind: 'process' | 'domain';
}

/** What comes in and what goes out, with the other end of each. */
export function InterfaceTables({ code, kind }: InterfacesProps) {
  const { model } = useShownModel();
  const domains = new Set(model.domains.map((domain) => domain.code));
  const isAsked = ({ from, to }: Flow) => kind === 'process' || (domains.has(from) && domains.has(to));
  const { inputs, outputs } = interfacesOf(model, code);
  return (
    <Section title="Inputs and outputs">
      <div className={styles.columns}>
        <FlowTable title="Comes in" end="from" first={kind} flows={inputs.filter(isAsked)} />
        <FlowTable title="Goes out" end="to" first={kind} flows={outputs.filter(isAsked)} />
      </div>
    </Section>
  );
}
