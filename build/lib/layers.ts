import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

interface Side {
  readonly path?: string;
  readonly pathNot?: string;
}
interface Target extends Side {
  readonly dependencyTypes?: ('core' | 'npm-dev')[];
  readonly circular?: boolean;
  readonly couldNotResolve?: boolean;
}
interface LayerRule {
  readonly name: string;
  readonly comment: string;
  readonly severity: 'error';
  readonly from: { path?: string; pathNot: string[] };
  readonly to: Target;
}

/**
 * The layers of the project, held by `npm run check:layers` and proved by test/layers.test.ts.
 * Tests see everything, so every rule leaves them out on its "from" side.
 */
const testFile = '\\.test\\.tsx?$|^test/';

/** Which rooms of shared/ a room may look into, besides itself. */
const sharedRooms: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  // A metric names the process attributes of which it is a sign.
  definition: ['kernel', 'assessment'],
  // "execute" answers with change entries and reads folded records, so the engine stands on the change log.
  engine: ['kernel', 'definition', 'changelog'],
  changelog: ['kernel', 'definition'],
  // Measures and tables of rules: they know nothing of records.
  assessment: ['kernel'],
  conformance: [],
  processes: ['kernel', 'definition', 'engine', 'assessment', 'conformance'],
  import: ['kernel', 'definition', 'engine', 'changelog'],
  sync: ['kernel', 'definition', 'changelog'],
  trust: ['kernel', 'changelog', 'sync'],
  // The judge asks of every entry what the engine asked when it was written.
  rulings: ['kernel', 'definition', 'changelog', 'engine', 'trust'],
  library: ['kernel'],
  contracts: ['.*'],
};
const sharedLibraries = [
  '@noble/',
  '@peculiar/asn1-',
  'zod/',
  'temporal-polyfill/',
  'temporal-spec/',
  'fflate/',
  'msgpackr/',
];

function forbid(name: string, comment: string, from: Side, to: Target): LayerRule {
  const pathNot = from.pathNot === undefined ? [testFile] : [testFile, from.pathNot];
  return {
    name,
    comment,
    severity: 'error',
    from: { ...(from.path === undefined ? {} : { path: from.path }), pathNot },
    to,
  };
}

const sharedRules = Object.entries(sharedRooms).map(([room, visible]) =>
  forbid(
    `shared-${room}`,
    `shared/${room} may import ${[room, ...visible].map((name) => `shared/${name}`).join(', ')} only.`,
    { path: `^shared/${room}/` },
    { path: '^shared/', pathNot: `^shared/(${[room, ...visible].join('|')})/` },
  ),
);

export const layerRules: readonly LayerRule[] = [
  ...sharedRules,
  forbid(
    'shared-unknown-room',
    'A new folder of shared/ has to be entered in the table of build/lib/layers.ts.',
    { path: '^shared/', pathNot: `^shared/(${Object.keys(sharedRooms).join('|')})/` },
    {},
  ),
  forbid(
    'shared-stays-pure',
    'shared/ runs everywhere: it imports no other room and no Node module.',
    { path: '^shared/' },
    { path: '^(renderer|electron|server|build|resources)/' },
  ),
  forbid(
    'shared-no-node',
    'shared/ runs everywhere: no Node module.',
    { path: '^shared/' },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'shared-libraries',
    'shared/ uses pure libraries only; the list is in build/lib/layers.ts.',
    { path: '^shared/' },
    { path: 'node_modules/', pathNot: `node_modules/(${sharedLibraries.join('|')})` },
  ),
  forbid(
    'process-not-process',
    'A process knows nothing of another process: say it in its declaration.',
    { path: '^shared/processes/([^/]+)/' },
    { path: '^shared/processes/', pathNot: '^shared/processes/($1|support)/' },
  ),
  forbid(
    'renderer-alone',
    'renderer/ imports shared/ and never the other shells.',
    { path: '^renderer/' },
    { path: '^(electron|server|build)/' },
  ),
  forbid(
    'renderer-no-node',
    'renderer/ runs in a browser: no Node module.',
    { path: '^renderer/' },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'electron-alone',
    'electron/ imports shared/ and never renderer/ or server/.',
    { path: '^electron/' },
    { path: '^(renderer|server|build)/', pathNot: '^server/' },
  ),
  forbid(
    'electron-hub-host-only',
    'Only electron/main/hub-host names the server.',
    { path: '^electron/', pathNot: '^electron/main/hub-host(/|\\.ts$)' },
    { path: '^server/' },
  ),
  forbid(
    'server-alone',
    'server/ imports shared/ and never a shell.',
    { path: '^server/' },
    { path: '^(renderer|electron|build)/' },
  ),
  forbid(
    'record-not-processes',
    'What is generated from a declaration knows no special view; those fill slots.',
    { path: '^renderer/record/' },
    { path: '^renderer/processes/' },
  ),
  forbid(
    'dexie-in-data-only',
    'Only renderer/data touches the database.',
    { path: '^(renderer|electron|server|shared)/', pathNot: '^renderer/data/' },
    { path: 'node_modules/dexie/' },
  ),
  forbid(
    'electron-package-in-electron-only',
    'Only electron/ imports Electron.',
    { path: '^(renderer|server|shared)/' },
    { path: 'node_modules/electron/' },
  ),
  forbid('nothing-imports-tests', 'Only tests import tests.', { path: '.' }, { path: testFile }),
  forbid(
    'no-development-packages',
    'Shipped code uses packages of "dependencies" only.',
    { path: '^(shared|renderer|electron|server)/' },
    { dependencyTypes: ['npm-dev'], pathNot: 'node_modules/(electron|@types)/' },
  ),
  forbid(
    'no-cycles',
    'Files that import each other in a circle cannot be understood or loaded alone.',
    {},
    { circular: true },
  ),
  // A query is an instruction to Vite, and `virtual:` modules are its own.
  forbid(
    'no-unresolvable',
    'The import leads nowhere.',
    {},
    { couldNotResolve: true, pathNot: '\\?|^virtual:' },
  ),
];

const rooms = ['shared', 'renderer', 'electron', 'server', 'build', 'test', 'resources'];
const options: ICruiseOptions = {
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(dist|release|coverage)/' },
  // Imports of types couple files as much as imports of values do.
  tsPreCompilationDeps: true,
  detectProcessBuiltinModuleCalls: true,
};

export interface LayerViolation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface LayerReport {
  readonly modules: number;
  readonly violations: readonly LayerViolation[];
}

/** Holds the imports of a project against the rules. @param folder the one with package.json */
export async function checkLayers(folder: string): Promise<LayerReport> {
  const present = rooms.filter((room) => existsSync(join(folder, room)));
  const ruleSet = { forbidden: layerRules.map((rule) => ({ ...rule })) };
  const { output } = await cruise(
    present,
    { ...options, baseDir: folder, ruleSet, validate: true },
    {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.jsx', '.json', '.d.ts'],
    },
  );
  const { summary } = output as ICruiseResult;
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
