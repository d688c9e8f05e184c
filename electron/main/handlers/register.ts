import type { HubHost } from '../hub-host.ts';
import type { Handle } from '../ipc.ts';
import type { Journal } from '../journal/journal.ts';
import { KeptKeys } from '../kept-keys.ts';
import type { Notifier } from '../notifications.ts';
import type { Secrets } from '../secrets.ts';
import type { UserFiles } from '../user-files.ts';
import { handleFiles } from './files.ts';
import { handleHub } from './hub.ts';
import { handleJournal } from './journal.ts';
import { handleNotify } from './notify.ts';
import type { PlatformParts } from './platform.ts';
import { handlePlatform } from './platform.ts';
import { handlePrint } from './print.ts';
import { handleSecrets } from './secrets.ts';
import { handleTrust, type TrustParts } from './trust.ts';
import type { WindowParts } from './window.ts';
import { handleWindow } from './window.ts';

export interface BridgeParts extends WindowParts, TrustParts {
  readonly version: string;
  readonly system: NodeJS.Platform;
  readonly hasBadge: () => boolean;
  readonly journal: Promise<Journal>;
  readonly secrets: Secrets;
  readonly files: UserFiles;
  readonly notifier: Notifier;
  readonly hubHost: HubHost;
  readonly printable: Parameters<typeof handlePrint>[1];
}

/** Answers every call of the contract. */
export function registerHandlers(handle: Handle, parts: BridgeParts): void {
  const platform: PlatformParts = {
    version: parts.version,
    system: parts.system,
    journal: parts.journal,
    secretsRefusal: () => parts.secrets.refusal(),
    hasNotices: () => parts.notifier.isSupported,
    hasBadge: parts.hasBadge,
    hasHub: () => parts.hubHost.isShipped,
    hasCardReader: parts.cardReader !== undefined,
  };
  handlePlatform(handle, platform);
  handleJournal(handle, parts.journal, new KeptKeys(parts.journal, parts.secrets));
  handleTrust(handle, parts);
  handleSecrets(handle, parts.secrets);
  handleFiles(handle, parts.files);
  handlePrint(handle, parts.printable);
  handleNotify(handle, parts.notifier);
  handleWindow(handle, parts);
  handleHub(handle, parts.hubHost);
}
