import { parseArgs } from 'node:util';
import { ProblemError } from '#shared/kernel/errors.ts';
import { printCode, printToken, revokeReplica, revokeToken } from './commands/enrolment.ts';
import { printBackUp, printRestore } from './commands/backup.ts';
import { serve } from './commands/serve.ts';
import { readConfig } from './config.ts';
import { openStorage } from './storage/open.ts';
import type { Storage } from './storage/storage.ts';

const usage = `npm run server -- [command]

  (none)                    run the hub; --json prints one line of JSON when it is ready
  code                      print a one-time code: --workspace, --label, --hours, --kind device|hub
  token [label]             print a token for the administration
  revoke-token <label>      take tokens back
  revoke <replica>          take nothing more from a device
  backup <file>             copy everything while the hub runs
  restore <file>            bring a copy back; --replace where there is data

docs/server.md lists the settings.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    workspace: { type: 'string' },
    label: { type: 'string' },
    hours: { type: 'string' },
    kind: { type: 'string' },
    replace: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

async function withStorage(work: (storage: Storage) => Promise<void>): Promise<void> {
  const storage = await openStorage(readConfig(process.env).place);
  try {
    await work(storage);
  } finally {
    await storage.close();
  }
}

async function run([command = 'serve', argument]: readonly string[]): Promise<void> {
  if (values.help) {
    console.log(usage);
    return;
  }
  switch (command) {
    case 'serve':
      return serve(readConfig(process.env), { isJson: values.json });
    case 'code':
      return withStorage((storage) => printCode(storage, values));
    case 'token':
      return withStorage((storage) => printToken(storage, argument));
  }
  if (argument !== undefined) {
    switch (command) {
      case 'revoke-token':
        return withStorage((storage) => revokeToken(storage, argument));
      case 'backup':
        return withStorage((storage) => printBackUp(storage, argument));
      case 'restore':
        return withStorage((storage) => printRestore(storage, argument, { isReplacing: values.replace }));
      case 'revoke':
        return withStorage((storage) => revokeReplica(storage, argument));
    }
  }
  console.error(usage);
  process.exitCode = 2;
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
