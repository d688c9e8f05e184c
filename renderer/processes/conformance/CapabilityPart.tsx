import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { levelNames, levels } from '#shared/assessment/attributes.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { capabilityOf, capabilityWords } from '#shared/processes/improvement/conformance-capability.ts';
import panel from '../support/panel.module.css';
import { useProfiles } from './use-capability.ts';

/** Levels of the processes that the service relies on, as the assessment proved them. */
export function CapabilityPart({ statement }: { readonly statement: RecordView }) {
  const id = textOf(statement, 'managementCapability');
  const measured = useProfiles([id])?.get(id);
  if (id === '') {
    return <p className={panel.muted}>Pick the assessment that management capability is read from.</p>;
  }
  if (!measured) return null;
  const { assessment, profile } = measured;
  const capability = capabilityOf(profile, listOf(statement, 'processes'));
  return (
    <div className={panel.form}>
      <p>
        <strong>Management capability.</strong> {capabilityWords(capability)} From{' '}
        <AppLink href={`/assessment/${assessment.id}/result`}>
          {assessment.number} {textOf(assessment, 'name')}
        </AppLink>
        .
      </p>
      {assessment.state !== 'reported' && (
        <Notice tone="warning">The assessment is not reported yet, so its levels may still change.</Notice>
      )}
      {capability.levels.length > 0 && (
        <DataTable caption="Capability of the processes that the service relies on">
          <thead>
            <tr>
              <th scope="col">Process</th>
              <th scope="col">Level</th>
              <th scope="col" data-number>
                Target
              </th>
            </tr>
          </thead>
          <tbody>
            {capability.levels.map(({ process, level, target }) => (
              <tr key={process}>
                <th scope="row">{process}</th>
                <td>
                  {level} {levelNames[levels.find((one) => one === level) ?? 0]}
                </td>
                <td data-number>{target}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      )}
    </div>
  );
}
