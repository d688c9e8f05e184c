import { z } from 'zod';
import { adminSessionsSchema, type AdminSessionRowInfo } from '#shared/contracts/hub-admin.ts';
import {
  codeSchema,
  codesSchema,
  deadLettersSchema,
  hubPaths,
  openedBundleSchema,
  replicasSchema,
  storageSchema,
  workspaceSchema,
  workspacesSchema,
  type CodeInfo,
  type DeadLetterInfo,
  type OpenedBundle,
  type ReplicaInfo,
  type StorageInfo,
  type WorkspaceInfo,
} from '#shared/contracts/hub.ts';
import { askOwnHub, readAnswer, type AdminAsking } from './ask-hub.ts';

const offeredSchema = z.object({ refused: z.array(z.object({ message: z.string() })) });

export interface CodeWish {
  readonly workspace: string;
  /** Whom it is for. */
  readonly label: string;
  readonly hours: number;
}

export interface BundleChoice {
  readonly workspace: string;
  /** Replica id of a device or hub. */
  readonly receiver: string;
  /** Everything written since, epoch ms; absent: what the receiver is not known to hold. */
  readonly since?: number | undefined;
  readonly partBytes: number;
  /** Of one attachment at most; 0: none. */
  readonly largestFile: number;
}

/** What the administrator of the hub that serves this page asks of it. Everything throws ProblemError. */
export class HubAdmin {
  readonly #asking: AdminAsking;

  constructor(asking: AdminAsking) {
    this.#asking = asking;
  }

  sessions(): Promise<readonly AdminSessionRowInfo[]> {
    return this.#read(hubPaths.adminSessions, adminSessionsSchema);
  }

  async endSession(id: string): Promise<void> {
    await this.#ask(`${hubPaths.adminSessions}/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  workspaces(): Promise<readonly WorkspaceInfo[]> {
    return this.#read(hubPaths.adminWorkspaces, workspacesSchema);
  }

  makeWorkspace(name: string, marking: string): Promise<WorkspaceInfo> {
    return this.#write(hubPaths.adminWorkspaces, workspaceSchema, { name, marking });
  }

  replicas(workspace: string): Promise<readonly ReplicaInfo[]> {
    return this.#read(hubPaths.adminReplicas, replicasSchema, { workspace });
  }

  async revoke(workspace: string, replica: string): Promise<void> {
    const path = `${hubPaths.adminReplicas}/${encodeURIComponent(workspace)}/${encodeURIComponent(replica)}/revoke`;
    await this.#ask(path, { method: 'POST' });
  }

  codes(workspace: string): Promise<readonly CodeInfo[]> {
    return this.#read(hubPaths.adminCodes, codesSchema, { workspace });
  }

  makeCode(wish: CodeWish): Promise<CodeInfo> {
    return this.#write(hubPaths.adminCodes, codeSchema, wish);
  }

  async cancelCode(id: string): Promise<void> {
    await this.#ask(`${hubPaths.adminCodes}/${encodeURIComponent(id)}`, { method: 'DELETE' });
  }

  deadLetters(workspace: string): Promise<readonly DeadLetterInfo[]> {
    return this.#read(hubPaths.adminDeadLetters, deadLettersSchema, { workspace });
  }

  async deadLetter(id: string): Promise<Uint8Array> {
    const answer = await this.#ask(`${hubPaths.adminDeadLetters}/${encodeURIComponent(id)}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Why it still cannot be taken in; empty when it was. */
  async offerAgain(id: string): Promise<readonly string[]> {
    const path = `${hubPaths.adminDeadLetters}/${encodeURIComponent(id)}/requeue`;
    const { refused } = await this.#write(path, offeredSchema);
    return refused.map(({ message }) => message);
  }

  /** The files of a bundle and its manifest as a ZIP archive. */
  async bundle({ workspace, receiver, since, partBytes, largestFile }: BundleChoice): Promise<Uint8Array> {
    const sizes = { partBytes: String(partBytes), largestFile: String(largestFile) };
    const query = new URLSearchParams({ workspace, receiver, ...sizes });
    if (since !== undefined) query.set('since', String(since));
    const answer = await this.#ask(`${hubPaths.adminBundles}?${query.toString()}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Takes in one file of a bundle. */
  async openBundle(bytes: Uint8Array): Promise<OpenedBundle> {
    const answer = await this.#ask(hubPaths.adminBundleParts, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: new Uint8Array(bytes),
    });
    return readAnswer(answer, openedBundleSchema);
  }

  storage(): Promise<StorageInfo> {
    return this.#read(hubPaths.adminStorage, storageSchema);
  }

  async #read<Answer>(
    path: string,
    schema: z.ZodType<Answer>,
    query: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const search = new URLSearchParams(query).toString();
    return readAnswer(await this.#ask(search === '' ? path : `${path}?${search}`), schema);
  }

  async #write<Answer>(path: string, schema: z.ZodType<Answer>, body?: object): Promise<Answer> {
    const sent = body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    return readAnswer(await this.#ask(path, { method: 'POST', ...sent }), schema);
  }

  #ask(path: string, init: RequestInit = {}): Promise<Response> {
    return askOwnHub(path, this.#asking, init);
  }
}
