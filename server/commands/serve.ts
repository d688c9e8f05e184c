import type { HubConfig } from '../config.ts';
import { offerFirstCode } from '../hub/first-start.ts';
import { startHub } from '../start.ts';
import { codeHours } from '../hub/codes.ts';

/** What whoever started the hub reads, as a line of JSON on the standard output and as a message to a parent process. */
export interface ReadyLine {
  readonly type: 'ready';
  readonly address: string;
  /** For other machines. */
  readonly others: readonly string[];
  /** Id of the hub. */
  readonly hub: string;
  /** For the first device, while none is enrolled. */
  readonly code?: string;
}

/** Runs the hub until SIGTERM, SIGINT or the message "stop" of a parent process. */
export async function serve(config: HubConfig, { isJson }: { isJson: boolean }): Promise<void> {
  const running = await startHub(config);
  const code = await offerFirstCode(running.hub);
  const ready: ReadyLine = {
    type: 'ready',
    address: running.address,
    others: running.others,
    hub: running.hub.identity.id,
    ...(code === undefined ? {} : { code }),
  };
  if (isJson || process.send !== undefined) console.log(JSON.stringify(ready));
  else tell(config, ready);
  process.send?.(ready);
  await stopAsked();
  await running.stop();
}

function tell({ place, host }: HubConfig, { address, others, code }: ReadyLine): void {
  console.log(`The hub is at ${address} (Ctrl+C ends it).`);
  if (others.length > 0) console.log(`Other machines find it at ${others.join(' or ')}.`);
  console.log(
    `It keeps its data in ${'file' in place ? place.file : 'the PostgreSQL database of DATABASE_URL'}.`,
  );
  if (host === '127.0.0.1')
    console.log('Only this machine reaches it; set OUTPOST_HUB_HOST=0.0.0.0 for others.');
  if (code !== undefined) console.log(`Code for the first device, valid for ${codeHours} hours: ${code}`);
}

function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    process.on('message', (message) => {
      if (message === 'stop') resolve();
    });
    // The parent has gone without saying so.
    process.once('disconnect', () => resolve());
  });
}
