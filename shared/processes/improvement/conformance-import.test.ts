import { describe, expect, test } from 'vitest';
import { peopleTemplate, problemsIn } from '#test/support/import-run.ts';
import type { ImportTemplate } from '#shared/import/template.ts';

describe('statements from a file', () => {
  const template: ImportTemplate = {
    ...peopleTemplate,
    name: 'statements',
    source: 'Register of the component',
    recordType: 'conformance-statement',
    key: { column: 'id', field: 'name' },
    columns: [
      { column: 'service', field: 'service', reference: { type: 'service', by: 'name', create: false } },
      { column: 'year', field: 'year' },
      { column: 'type', field: 'kind' },
      { column: 'phase', field: 'phase' },
    ],
  };

  test('CNF-137 a service that nobody knows, a type and a phase that there is not: each is refused with its line and reason', async () => {
    const problems = await problemsIn(template, [
      'id,service,year,type,phase',
      'A,Unheard of,2026,Enterprise or shared service,Phase 1',
      'B,Unheard of,2014,Galactic,4',
    ]);
    expect(problems.map(({ message, what }) => [what?.line, message])).toEqual([
      [2, 'Service points at “Unheard of”, and there is no such service in this workspace.'],
      [3, 'Service points at “Unheard of”, and there is no such service in this workspace.'],
      [3, 'Year is 2014; it must be from 2015 to 2100.'],
      [3, 'Column type holds “Galactic”, which is not a choice of Service type.'],
      [3, 'Column phase holds “4”, which is not a choice of Phase.'],
    ]);
  });

  test('CNF-138 one that is said to be accepted has all that its cell asks for', async () => {
    const problems = await problemsIn(
      {
        ...template,
        columns: [
          ...template.columns.map((column) =>
            column.column === 'service'
              ? { ...column, reference: { type: 'service', by: 'name', create: true } }
              : column,
          ),
          { column: 'verdict', field: 'verdict' },
          { column: 'state', field: 'state' },
        ],
      },
      [
        'id,service,year,type,phase,verdict,state',
        'A,Mail,2026,Service for a single component,Phase 1,Does not conform,Accepted',
      ],
    );
    expect(problems.map(({ message }) => message).join(' ')).toContain(
      'Improvement of the framework that would be conformed to is empty',
    );
  });
});
