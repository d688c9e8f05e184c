import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { AssessmentReport, ReportPerson } from '#shared/assessment/report/report.ts';
import { Facts } from './Facts.tsx';
import { labels } from './labels.ts';

/** Why, of what and by which rules was assessed. */
export function MethodSection({ report: { cover, scope, method } }: { readonly report: AssessmentReport }) {
  return (
    <>
      <Section title="Purpose and scope">
        <Facts
          facts={[
            { label: 'Purpose', value: cover.purpose, isWide: true },
            { label: 'Constraints', value: cover.constraints, isWide: true },
            { label: 'Stakeholders', value: cover.stakeholders, isWide: true },
          ]}
        />
        <DataTable caption="Processes in scope">
          <thead>
            <tr>
              <th scope="col">Process</th>
              <th scope="col">Name</th>
              <th scope="col">Instance</th>
              <th scope="col" data-number>
                Target level
              </th>
            </tr>
          </thead>
          <tbody>
            {scope.map(({ process, name, instance, target }) => (
              <tr key={`${process} ${instance}`}>
                <th scope="row">{process}</th>
                <td>{name}</td>
                <td>{instance || 'as one'}</td>
                <td data-number>{target}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
      </Section>
      <Section title="Method">
        <Facts
          facts={[
            { label: 'Reference model', value: method.model },
            { label: 'Class', value: labels.class(method.class) },
            { label: 'Rating method', value: labels.method(method.method) },
            { label: 'Scale', value: labels.scale(method.scale) },
            { label: 'How ratings were aggregated', value: method.rule, isWide: true },
            { label: 'Mapping of local processes', value: method.mapping, isWide: true },
            { label: 'Plan', value: method.plan, isWide: true },
            { label: 'Data collection', value: method.collection, isWide: true },
          ]}
        />
      </Section>
    </>
  );
}

export function TeamSection({ report: { team } }: { readonly report: AssessmentReport }) {
  const names = (people: readonly ReportPerson[]) => people.map(({ name }) => name).join('; ');
  return (
    <Section title="Team">
      <Facts
        facts={[
          { label: 'Sponsor', value: team.sponsor?.name },
          { label: 'Lead assessor', value: team.lead?.name },
          { label: 'Assessors', value: names(team.assessors) },
          { label: 'Local coordinator', value: team.coordinator?.name },
          { label: 'Participants', value: names(team.participants) },
        ]}
      />
    </Section>
  );
}
