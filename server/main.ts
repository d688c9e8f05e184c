import { parseArgs } from 'node:util';
import { ProblemError } from '#shared/kernel/errors.ts';
import { printCode, printToken, revokeReplica, revokeToken } from './commands/enrolment.ts';
import { printBackUp, printRestore } from './commands/backup.ts';
import { serve } from './commands/serve.ts';
import { addUpstream, printUpstreams, stopUpstream } from './commands/upstream.ts';
import { readConfig, type HubConfig } from './config.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/storage.ts';

const usage = `npm run server -- [command]

  (none)                    run the hub; --json prints one line of JSON when it is ready;
                            --folder, --host, --port, --name
  code                      print a one-time code: --workspace, --label, --hours, --kind device|hub
  token [label]             print a token for the administration
  revoke-token <label>      take tokens back
  revoke <replica>          take nothing more from a device
  backup <file>             copy everything while the hub runs
  restore <file>            bring a copy back; --replace where there is data
  upstream <address> <code> relay all workspaces to a hub above, or --workspace one; --join takes up its workspace
  upstreams                 list the hubs above
  stop-upstream <id>        relay no more

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

type Command = (first: string | undefined, second: string | undefined) => Promise<void>;

/** Commands that need a word after them are not there without it. */
function commandOf(name: string, argument: string | undefined): Command | undefined {
  const withWord: Readonly<Record<string, (word: string, second: string | undefined) => Promise<void>>> = {
    'revoke-token': (label) => withStorage((storage) => revokeToken(storage, label)),
    revoke: (replica) => withStorage((storage) => revokeReplica(storage, replica)),
    backup: (file) => withStorage((storage) => printBackUp(storage, file)),
    restore: (file) => withStorage((storage) => printRestore(storage, file, { isReplacing: values.replace })),
    upstream: (address, code = '') =>
      withStorage((storage) => addUpstream(storage, configOf(), [address, code], values)),
    'stop-upstream': (id) => withStorage((storage) => stopUpstream(storage, id)),
  };
  const alone: Readonly<Record<string, Command>> = {
    serve: () => serve(configOf(), { isJson: values.json }),
    code: () => withStorage((storage) => printCode(storage, values)),
    token: (label) => withStorage((storage) => printToken(storage, label)),
    upstreams: () => withStorage(printUpstreams),
  };
  const wordy = argument !== undefined && Object.hasOwn(withWord, name) ? withWord[name] : undefined;
  if (argument !== undefined && wordy !== undefined) return (_first, second) => wordy(argument, second);
  return Object.hasOwn(alone, name) ? alone[name] : undefined;
}

async function run([name = 'serve', first, second]: readonly string[]): Promise<void> {
  const command = commandOf(name, first);
  if (values.help || command === undefined) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
  } else await command(first, second);
}

try {
  await run(positionals);
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.error(`${error.message} ${error.problem.next ?? ''}`);
  process.exitCode = 1;
}
// A parent's channel would keep the process alive.
if (process.connected) process.disconnect();
