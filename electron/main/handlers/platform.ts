import type { Capabilities, Capability, PlatformInfo } from '#shared/contracts/bridge.ts';
import { ProblemError } from '#shared/kernel/errors.ts';
import type { Handle } from '../ipc.ts';
import { reasonOf } from '../reason.ts';

export interface PlatformParts {
  readonly version: string;
  readonly system: NodeJS.Platform;
  readonly journal: Promise<unknown>;
  readonly secretsRefusal: () => Promise<string | undefined>;
  readonly hasNotices: () => boolean;
  readonly hasBadge: () => boolean;
  readonly hasHub: () => boolean;
  readonly hasCardReader: boolean;
}

export function handlePlatform(handle: Handle, parts: PlatformParts): void {
  handle('platform.info', async (): Promise<PlatformInfo> => ({
    shell: 'electron',
    version: parts.version,
    system: parts.system,
    capabilities: await capabilities(parts),
  }));
}

const real: Capability = { available: true };

async function capabilities(parts: PlatformParts): Promise<Capabilities> {
  const secretsRefusal = await parts.secretsRefusal();
  return {
    journal: await parts.journal.then(() => real, missing),
    secrets:
      secretsRefusal === undefined
        ? real
        : {
            available: false,
            reason: `This computer has no safe place for secrets: ${secretsRefusal} Passphrases alone protect the copy of the ways in beside the journal.`,
          },
    saveFile: real,
    openFile: real,
    pdf: real,
    print: real,
    notifications: parts.hasNotices()
      ? real
      : {
          available: false,
          reason: 'This desktop shows no notifications; they stand in Outpost’s own list.',
        },
    badge: parts.hasBadge()
      ? real
      : { available: false, reason: 'This desktop shows no number on application icons.' },
    menu: real,
    closeHandshake: real,
    hostHub: parts.hasHub()
      ? real
      : { available: false, reason: 'This build of the application came without the hub’s program.' },
    smartCard: parts.hasCardReader
      ? real
      : {
          available: false,
          reason: 'This build of the application came without a program for card readers.',
        },
  };
}

function missing(error: unknown): Capability {
  return {
    available: false,
    reason: error instanceof ProblemError ? error.problem.message : reasonOf(error),
  };
}
