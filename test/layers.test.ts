import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLayers, layerRules, type LayerViolation } from '../build/lib/layers.ts';

const project = fileURLToPath(new URL('..', import.meta.url));

/** Files that are there to be imported; they import nothing. */
const targets = [
  'shared/kernel/ids.ts',
  'shared/definition/field.ts',
  'shared/engine/execute.ts',
  'shared/changelog/entry.ts',
  'shared/processes/incident/definition.ts',
  'shared/processes/support/fields.ts',
  'shared/contracts/bridge.ts',
  'renderer/data/database.ts',
  'renderer/processes/incident/war-room.ts',
  'electron/main/index.ts',
  'server/routes/sync.ts',
  'test/support/clock.ts',
];

/** A file, what it imports, and the rule that has to say no. */
const forbidden: readonly [file: string, imported: string, rule: string][] = [
  ['shared/kernel/result.ts', '#shared/definition/field.ts', 'shared-kernel'],
  ['shared/definition/check.ts', '#shared/engine/execute.ts', 'shared-definition'],
  ['shared/engine/sla.ts', '#shared/processes/incident/definition.ts', 'shared-engine'],
  ['shared/changelog/fold.ts', '#shared/engine/execute.ts', 'shared-changelog'],
  ['shared/assessment/rating.ts', '#shared/changelog/entry.ts', 'shared-assessment'],
  ['shared/import/run.ts', '#shared/contracts/bridge.ts', 'shared-import'],
  ['shared/sync/merge.ts', '#shared/engine/execute.ts', 'shared-sync'],
  ['shared/rulings/court.ts', '#shared/processes/incident/definition.ts', 'shared-rulings'],
  ['shared/library/shelf.ts', '#shared/engine/execute.ts', 'shared-library'],
  [
    'shared/processes/problem/definition.ts',
    '#shared/processes/incident/definition.ts',
    'process-not-process',
  ],
  ['shared/processes/support/view.ts', '../incident/definition.ts', 'process-not-process'],
  ['shared/novelty/thing.ts', '#shared/kernel/ids.ts', 'shared-unknown-room'],
  ['shared/kernel/files.ts', 'node:fs', 'shared-no-node'],
  ['shared/kernel/view.ts', 'react', 'shared-libraries'],
  ['shared/contracts/http.ts', '#renderer/data/database.ts', 'shared-stays-pure'],
  ['renderer/shell/window.ts', '#electron/main/index.ts', 'renderer-alone'],
  ['renderer/shell/files.ts', 'node:path', 'renderer-no-node'],
  ['electron/main/menu.ts', '#renderer/data/database.ts', 'electron-alone'],
  ['electron/main/window.ts', '#server/routes/sync.ts', 'electron-hub-host-only'],
  ['server/routes/page.ts', '#renderer/data/database.ts', 'server-alone'],
  ['renderer/record/detail.ts', '#renderer/processes/incident/war-room.ts', 'record-not-processes'],
  ['renderer/record/list.ts', 'dexie', 'dexie-in-data-only'],
  ['renderer/shell/native.ts', 'electron', 'electron-package-in-electron-only'],
  ['renderer/session/clock.ts', '#test/support/clock.ts', 'nothing-imports-tests'],
  ['renderer/ui/sample.ts', 'fast-check', 'no-development-packages'],
  ['renderer/ui/lost.ts', './nowhere.ts', 'no-unresolvable'],
];

const allowed: readonly [file: string, imported: string][] = [
  ['shared/engine/allowed.ts', '#shared/definition/field.ts'],
  ['shared/engine/entries.ts', '#shared/changelog/entry.ts'],
  ['shared/processes/incident/rules.ts', './definition.ts'],
  ['shared/processes/incident/fields.ts', '../support/fields.ts'],
  ['shared/contracts/allowed.ts', '#shared/changelog/entry.ts'],
  ['renderer/data/allowed.ts', 'dexie'],
  ['electron/main/hub-host.ts', '#server/routes/sync.ts'],
  ['test/allowed.ts', '#renderer/data/database.ts'],
  ['shared/kernel/ids.test.ts', 'node:fs'],
];

describe('the layer check', () => {
  let folder: string;
  let found: readonly LayerViolation[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'outpost-layers-'));
    cpSync(join(project, 'package.json'), join(folder, 'package.json'));
    for (const name of ['react', 'dexie', 'electron', 'fast-check']) {
      const place = join(folder, 'node_modules', name);
      mkdirSync(place, { recursive: true });
      writeFileSync(
        join(place, 'package.json'),
        JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
      );
      writeFileSync(join(place, 'index.js'), '');
    }
    const write = (file: string, text: string): void => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    for (const file of targets) write(file, 'export const here = 1;\n');
    for (const [file, imported] of [...forbidden, ...allowed]) write(file, `import '${imported}';\n`);
    write('renderer/ui/one.ts', "import './two.ts';\n");
    write('renderer/ui/two.ts', "import './one.ts';\n");
    found = (await checkLayers(folder)).violations;
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(forbidden)('%s may not import %s: %s', (file, _imported, rule) => {
    expect(found).toContainEqual(expect.objectContaining({ rule, from: file }));
  });

  it.each(allowed)('%s may import %s', (file) => {
    expect(found.filter(({ from }) => from === file)).toEqual([]);
  });

  it('finds a circle of imports', () => {
    expect(found.filter(({ rule }) => rule === 'no-cycles')).not.toEqual([]);
  });

  it('finds nothing in the project itself', async () => {
    const report = await checkLayers(project);
    expect(report.modules).toBeGreaterThan(targets.length);
    expect(report.violations).toEqual([]);
  });

  it('has a case for every rule', () => {
    const proved = new Set([...forbidden.map(([, , rule]) => rule), 'no-cycles']);
    // One entry each of the same table, so one proof stands for them; `contracts` may see all.
    const alike = ['shared-processes', 'shared-conformance', 'shared-trust', 'shared-contracts'];
    const names = layerRules.map(({ name }) => name);
    expect(names.filter((name) => !proved.has(name) && !alike.includes(name))).toEqual([]);
  });
});
