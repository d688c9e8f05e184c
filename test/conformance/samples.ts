import { textOf } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { World } from './world.ts';

/** Values of a line that an assessment, made for it, asks for. */
async function rated({ desk, worker, colleague }: World): Promise<FieldValues> {
  const assessment = await desk.create(worker, 'assessment', {
    name: 'Sample',
    assessors: [worker.id, colleague.id],
    scope: [{ process: 'IM', target: 1 }],
  });
  const cell = { process: 'IM', attribute: '1.1', item: 'IM-O1', instance: null };
  return { assessment, ...cell, value: 'F', percent: 90 };
}

/** Values that must fit another record, by type: those that a world makes up by kind do not. */
export const samples: Readonly<Record<string, (world: World) => Promise<FieldValues>>> = {
  rating: rated,
  'agreed-rating': rated,
};

/** What must have happened elsewhere before an action, by type and action. */
export const preparations: Readonly<Record<string, (world: World, id: string) => Promise<void>>> = {
  'rating.open': async (world, id) => {
    const record = textOf(world.view(id), 'assessment');
    await world.desk.must(world.worker, {
      kind: 'act',
      record,
      action: 'cancel',
      inputs: { cancelReason: 'Sample' },
    });
  },
};
