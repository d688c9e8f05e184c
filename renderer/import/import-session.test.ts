import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import {
  csvBytes,
  eventHeadings,
  eventsTemplate,
  importer,
  peopleTemplate,
  quietWatch,
  sessionFor,
} from '#test/support/import-run.ts';
import { MemoryWorkspace } from '#test/support/memory-workspace.ts';
import type { Progress } from './protocol.ts';

const people = csvBytes('id,name,mail', 'P1,Ada,', 'P2,Bob,');

describe('an import session', () => {
  it('IMP-1 shows headings and first lines, with how they were read', async () => {
    const inspection = await sessionFor(new MemoryWorkspace(catalogue), people).inspect({});
    expect(inspection).toMatchObject({
      file: 'file.csv',
      headings: ['id', 'name', 'mail'],
      encoding: 'utf-8',
      delimiter: ',',
    });
    expect(inspection.samples.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('IMP-1 a file with headings alone is empty', async () => {
    await expect(
      sessionFor(new MemoryWorkspace(catalogue), csvBytes('id,name')).inspect({}),
    ).rejects.toMatchObject({
      problems: [{ code: 'OUT-IMP-008' }],
    });
  });

  it('IMP-8 the survey counts values and names over all lines', async () => {
    const bytes = csvBytes(
      eventHeadings,
      'INC1,a,2016-03-01T00:00Z,1,Ada,New,Desk,0,,0,',
      'INC1,a,2016-03-01T01:00Z,2,Ada,Asleep,Desk,0,,0,',
      'INC2,b,2016-03-01T02:00Z,1,Ada,New,Radio,0,,0,',
    );
    const survey = await sessionFor(new MemoryWorkspace(catalogue), bytes).survey(eventsTemplate, quietWatch);
    expect(survey).toMatchObject({ rows: 3, keys: 2, names: { team: { named: 2, missing: 2 } } });
    expect(survey.values['state']).toEqual([
      { value: 'New', count: 2 },
      { value: 'Asleep', count: 1 },
    ]);
  });

  it('IMP-47 the dry run counts what the import writes, and writes nothing', async () => {
    const workspace = new MemoryWorkspace(catalogue);
    const session = sessionFor(workspace, people);
    const { tally: dry } = await session.dryRun(peopleTemplate, quietWatch);
    expect(workspace.entries.size).toBe(0);
    expect(dry.previews.map(({ record }) => record.fields['name'])).toEqual(['Ada', 'Bob']);
    const { tally } = await session.commit(peopleTemplate, quietWatch);
    expect(tally).toEqual(dry);
    expect([...workspace.entries.values()].flat().length).toBe(dry.entries);
  });

  it('IMP-48 a cancelled import keeps nothing', async () => {
    const workspace = new MemoryWorkspace(catalogue);
    const controller = new AbortController();
    const progress: Progress[] = [];
    const watch = {
      signal: controller.signal,
      onProgress: (now: Progress) => {
        progress.push(now);
        controller.abort();
      },
    };
    await expect(sessionFor(workspace, people).commit(peopleTemplate, watch)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(progress).toEqual([{ done: 1, total: 2 }]);
    expect(workspace.entries.size).toBe(0);
  });

  it('IMP-16 nobody imports records that they may not create', async () => {
    const visitor = { ...importer, roles: ['requester'] as const };
    await expect(
      sessionFor(new MemoryWorkspace(catalogue), people, visitor).dryRun(peopleTemplate, quietWatch),
    ).rejects.toMatchObject({
      problems: [{ code: 'OUT-PER-001' }],
    });
  });
});
