import { expect, test, vi } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import { Desk } from '#test/support/desk.ts';
import { paletteCommands } from './commands.ts';

test('each assessment under way has its pages in the palette, for those who may see it', () => {
  const desk = Desk.seeded();
  const lead = desk.person('Lead', 'assessor');
  const id = desk.put('assessment', { name: 'Before the rotation', leadAssessor: lead.id });
  desk.put('assessment', { name: 'Given up', leadAssessor: lead.id }, undefined, [
    { action: 'cancel', inputs: {} },
  ]);
  const go = vi.fn<(href: string) => void>();
  const found = (actor: typeof lead) =>
    paletteCommands({
      catalogue,
      actor,
      assessments: desk.all('assessment'),
      go,
      listPath: () => '',
      undo: () => undefined,
    }).filter((command) => command.id.startsWith('assessment:'));
  const { number } = desk.view(id);
  expect(found(lead).map(({ label }) => label)).toEqual(
    ['Plan', 'Evidence', 'Workbook', 'Result'].map((page) => `${page} of ${number}`),
  );
  found(lead)[0]?.run();
  expect(go).toHaveBeenCalledWith(`/assessment/${id}/plan`);
  expect(found(desk.person('Requester', 'requester'))).toEqual([]);
});
