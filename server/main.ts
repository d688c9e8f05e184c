import { parseArgs } from 'node:util';
import { ProblemError } from '#shared/kernel/errors.ts';
import { printCode, printSessions, printToken, revokeReplica, revokeToken } from './commands/enrolment.ts';
import { printBackUp, printRestore } from './commands/backup.ts';
import { writeBundle } from './commands/bundle.ts';
import { checkBundles, openBundles } from './commands/open-bundle.ts';
import { serve } from './commands/serve.ts';
import { addUpstream, printUpstreams, stopUpstream } from './commands/upstream.ts';
import { readConfig, type HubConfig } from './config.ts';
import { findParent, leaveParent } from './parent.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/storage.ts';

const usage = `npm run server -- [command]

  (none)                    run the hub; --json prints one line of JSON when it is ready;
                            --folder, --host, --port, --name
  code                      print a one-time code: --workspace, --label, --hours, --kind device|hub
  token [label]             print a token for the administration
  revoke-token <label>      take tokens back and end the sessions that were begun with them
  sessions                  list administrators who are signed in
  revoke <replica>          take nothing more from a device
  backup <file>             copy everything while the hub runs
  restore <file>            bring a copy back; --replace where there is data
  upstream <address> <code> relay all workspaces to a hub above, or --workspace one; --join takes up its workspace
  upstreams                 list the hubs above
  stop-upstream <id>        relay no more
  bundle <receiver> <folder>
                            write what a device or hub lacks as files: --since date, --size MB of a file,
                            --attachments MB of one at most (10; 0: none), --workspace
  check <file or folder …>  say what files of bundles would bring; take nothing in
  open <file or folder …>   take in files of bundles

docs/server.md lists the settings.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    folder: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    name: { type: 'string' },
    workspace: { type: 'string' },
    label: { type: 'string' },
    hours: { type: 'string' },
    kind: { type: 'string' },
    replace: { type: 'boolean', default: false },
    since: { type: 'string' },
    size: { type: 'string' },
    attachments: { type: 'string' },
    join: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

/** Words on the command line come before the environment. */
function configOf(): HubConfig {
  const { folder, host, port, name } = values;
  const given = {
    OUTPOST_HUB_FOLDER: folder,
    OUTPOST_HUB_HOST: host,
    OUTPOST_HUB_PORT: port,
    OUTPOST_HUB_NAME: name,
  };
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return readConfig({ ...process.env, ...Object.fromEntries(named) });
}

async function withStorage(work: (storage: Storage) => Promise<void>): Promise<void> {
  const storage = await openStorage(configOf().place);
  try {
    await work(storage);
  } finally {
    await storage.close();
  }
}

/** Ends with 1 where anything was left. */
function withFiles(work: typeof openBundles, files: readonly string[]): Promise<void> {
  return withStorage(async (storage) => {
    if (!(await work(storage, configOf(), files))) process.exitCode = 1;
  });
}

/** Fewest words that have to follow, and what is done with them. */
interface Command {
  readonly words: number;
  readonly run: (...words: readonly string[]) => Promise<void>;
}

const commands: Readonly<Record<string, Command>> = {
  serve: { words: 0, run: () => serve(configOf(), { isJson: values.json }) },
  code: { words: 0, run: () => withStorage((storage) => printCode(storage, values)) },
  token: { words: 0, run: (label) => withStorage((storage) => printToken(storage, label)) },
  sessions: { words: 0, run: () => withStorage(printSessions) },
  'revoke-token': { words: 1, run: (label = '') => withStorage((storage) => revokeToken(storage, label)) },
  revoke: { words: 1, run: (replica = '') => withStorage((storage) => revokeReplica(storage, replica)) },
  backup: { words: 1, run: (file = '') => withStorage((storage) => printBackUp(storage, file)) },
  restore: {
    words: 1,
    run: (file = '') =>
      withStorage((storage) => printRestore(storage, file, { isReplacing: values.replace })),
  },
  upstream: {
    words: 1,
    run: (address = '', code = '') =>
      withStorage((storage) => addUpstream(storage, configOf(), [address, code], values)),
  },
  upstreams: { words: 0, run: () => withStorage(printUpstreams) },
  'stop-upstream': { words: 1, run: (id = '') => withStorage((storage) => stopUpstream(storage, id)) },
  bundle: {
    words: 2,
    run: (receiver = '', folder = '') =>
      withStorage((storage) => writeBundle(storage, configOf(), [receiver, folder], values)),
  },
  check: { words: 1, run: (...files) => withFiles(checkBundles, files) },
  open: { words: 1, run: (...files) => withFiles(openBundles, files) },
};

async function run([name = 'serve', ...words]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (values.help || command === undefined || words.length < command.words) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
  } else await command.run(...words);
}

try {
  await run(positionals);
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.error(`${error.message} ${error.problem.next ?? ''}`);
  findParent()?.tell({ type: 'failed', problem: error.problem });
  process.exitCode = 1;
}
leaveParent();
