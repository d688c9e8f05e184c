import type { ReadyMessage, ToHub } from '#shared/contracts/hub-process.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import type { HubConfig } from '../config.ts';
import { codeHours, makeCode } from '../hub/codes.ts';
import { offerFirstCode } from '../hub/first-start.ts';
import type { Hub } from '../hub/hub.ts';
import { findParent, type Parent } from '../parent.ts';
import { startHub } from '../start.ts';

/** Runs the hub until SIGTERM, SIGINT or the message "stop" of a parent process. */
export async function serve(config: HubConfig, { isJson }: { isJson: boolean }): Promise<void> {
  const running = await startHub(config);
  const parent = findParent();
  const asked = stopAsked(parent, running.hub);
  const code = await offerFirstCode(running.hub, config.firstWorkspace);
  const ready: ReadyMessage = {
    type: 'ready',
    address: running.address,
    others: [...running.others],
    hub: running.hub.identity.id,
    ...(code === undefined ? {} : { code }),
  };
  if (isJson || parent !== undefined) console.log(JSON.stringify(ready));
  else tell(config, ready);
  parent?.tell(ready);
  await asked;
  await running.stop();
}

function tell({ place, host }: HubConfig, { address, others, code }: ReadyMessage): void {
  console.log(`The hub is at ${address} (Ctrl+C ends it).`);
  if (others.length > 0) console.log(`Other machines find it at ${others.join(' or ')}.`);
  console.log(
    `It keeps its data in ${'file' in place ? place.file : 'the PostgreSQL database of DATABASE_URL'}.`,
  );
  if (host === '127.0.0.1')
    console.log('Only this machine reaches it; set OUTPOST_HUB_HOST=0.0.0.0 for others.');
  if (code !== undefined) console.log(`Code for the first device, valid for ${codeHours} hours: ${code}`);
}

function stopAsked(parent: Parent | undefined, hub: Hub): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    parent?.hear((message) => {
      if (message === 'stop') resolve();
      else void answerCode(parent, hub, message);
    });
    // The parent has gone without saying so.
    process.once('disconnect', () => resolve());
  });
}

async function answerCode(
  parent: Parent,
  { storage, clock }: Hub,
  { call, label }: Exclude<ToHub, 'stop'>,
): Promise<void> {
  try {
    const [workspace, ...others] = await storage.workspaces.list();
    if (workspace === undefined || others.length > 0) {
      throw new ProblemError(problem('OUT-SYN-033', { workspace: '(none named)' }));
    }
    const { text, row } = await makeCode(
      storage.codes,
      { workspace: workspace.id, label, kind: 'device' },
      clock.now(),
    );
    parent.tell({ type: 'code', call, code: text, expiresAt: row.expiresAt });
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    const known = error instanceof ProblemError ? error.problem : problem('OUT-SYN-034', { reason: fault });
    parent.tell({ type: 'code', call, problem: known });
  }
}
