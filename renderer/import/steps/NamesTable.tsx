import { useData } from '#renderer/data/data.ts';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { withRule } from '#shared/import/edit-template.ts';
import type { ImportTemplate } from '#shared/import/template.ts';
import type { SurveyReport } from '../protocol.ts';

interface NamesTableProps {
  readonly template: ImportTemplate;
  readonly survey: SurveyReport;
  readonly onEdit: (template: ImportTemplate) => void;
}

/** Names that stand for other records, and what becomes of those that nobody bears yet. */
export function NamesTable({ template, survey, onEdit }: NamesTableProps) {
  const { catalogue } = useData();
  const rules = template.columns.filter(({ column, reference }) => reference && survey.names[column]);
  if (rules.length === 0) return null;
  const count = (value: number | undefined) => (value ?? 0).toLocaleString('en-GB');
  return (
    <Section title="Names of other records">
      <DataTable caption="Names that stand for other records">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Stands for</th>
            <th scope="col" data-number>
              Different names
            </th>
            <th scope="col" data-number>
              Not here yet
            </th>
            <th scope="col">Those not here yet</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ column, reference }) => {
            const names = survey.names[column];
            const type = catalogue.type(reference?.type ?? '');
            if (!reference || !type) return null;
            return (
              <tr key={column}>
                <th scope="row">{column}</th>
                <td>{type.plural}</td>
                <td data-number>{count(names?.named)}</td>
                <td data-number>{count(names?.missing)}</td>
                <td>
                  <Checkbox
                    label={`Make missing ${type.plural.toLowerCase()}`}
                    checked={reference.create}
                    onChange={(create) =>
                      onEdit(withRule(template, column, { reference: { ...reference, create } }))
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
    </Section>
  );
}
