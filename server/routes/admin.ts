import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  hubPaths,
  newCodeSchema,
  newWorkspaceSchema,
  type CodeInfo,
  type DeadLetterInfo,
  type ReplicaInfo,
  type WorkspaceInfo,
} from '#shared/contracts/hub.ts';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { missingFrom, type Vector } from '#shared/sync/vector.ts';
import { makeCode } from '../hub/codes.ts';
import { heldBy } from '../hub/held-by.ts';
import type { Hub } from '../hub/hub.ts';
import { revoke } from '../hub/revoke.ts';
import { makeWorkspace } from '../hub/workspaces.ts';
import type { LogFigures } from '../storage/shelves/logs.ts';
import type { CodeRow, ReplicaRow, WorkspaceRow } from '../storage/tables.ts';
import { offerAgain } from '../intake/offer-again.ts';
import { adminBundleRoutes } from './admin-bundles.ts';

const workspaceQuery = z.object({ workspace: z.string() });
const optionalWorkspaceQuery = z.object({ workspace: z.string().optional() });
const idParams = z.object({ id: z.string() });
const replicaParams = z.object({ workspace: z.string(), replica: z.string() });

/** What an administrator sees and does. Nothing here shows the contents of records. */
export function adminRoutes(app: FastifyInstance, hub: Hub): void {
  const { storage, clock } = hub;
  adminBundleRoutes(app, hub);

  app.get(hubPaths.adminWorkspaces, async () => {
    const rows = await storage.workspaces.list();
    return Promise.all(rows.map((row) => describeWorkspace(row)));
  });

  app.post(hubPaths.adminWorkspaces, async (request, reply) => {
    const row = await makeWorkspace(storage, hub, newWorkspaceSchema.parse(request.body), clock.now());
    return reply.code(201).send(await describeWorkspace(row));
  });

  app.get(hubPaths.adminReplicas, async (request) => {
    const { workspace } = workspaceQuery.parse(request.query);
    const [rows, held, figures] = await Promise.all([
      storage.replicas.list(workspace),
      storage.logs.vector(workspace),
      storage.logs.figures(workspace),
    ]);
    return rows.map((row) => ({
      ...describeReplica(row, held, figures),
      ...(row.replica === hub.identity.id && { isThisHub: true }),
    }));
  });

  app.post(`${hubPaths.adminReplicas}/:workspace/:replica/revoke`, async (request, reply) => {
    const { workspace, replica } = replicaParams.parse(request.params);
    const isRevoked = await revoke(storage, workspace, replica, clock.now());
    if (!isRevoked) throw notThere(request.url);
    return reply.code(204).send();
  });

  app.get(hubPaths.adminCodes, async (request) => {
    const { workspace } = optionalWorkspaceQuery.parse(request.query);
    return (await storage.codes.list(workspace)).map(describeCode);
  });

  app.post(hubPaths.adminCodes, async (request, reply) => {
    const wish = newCodeSchema.parse(request.body);
    if ((await storage.workspaces.find(wish.workspace)) === undefined) {
      throw new ProblemError(problem('OUT-SYN-033', { workspace: wish.workspace }));
    }
    const { text, row } = await makeCode(storage.codes, wish, clock.now());
    return reply.code(201).send({ ...describeCode(row), code: text } satisfies CodeInfo);
  });

  app.delete(`${hubPaths.adminCodes}/:id`, async (request, reply) => {
    const { id } = idParams.parse(request.params);
    if (!(await storage.codes.cancel(id, clock.now()))) throw notThere(request.url);
    return reply.code(204).send();
  });

  app.get(hubPaths.adminDeadLetters, async (request) => {
    const { workspace } = optionalWorkspaceQuery.parse(request.query);
    const letters = await storage.deadLetters.list(workspace);
    return letters.map(({ first, last, via, size, bytesHash, letGoAt, ...letter }): DeadLetterInfo => ({
      ...letter,
      from: first,
      to: last,
      broughtBy: via,
      bytes: size,
      digest: bytesHash,
      ...(letGoAt === null ? {} : { letGoAt }),
    }));
  });

  app.get(`${hubPaths.adminDeadLetters}/:id`, async (request, reply) => {
    const letter = await storage.deadLetters.find(idParams.parse(request.params).id);
    if (letter === undefined) throw notThere(request.url);
    if (letter.letGoAt !== null) throw new ProblemError(problem('OUT-SYN-049'));
    return reply.type('application/octet-stream').send(letter.bytes);
  });

  app.post(`${hubPaths.adminDeadLetters}/:id/requeue`, async (request) => {
    const letter = await storage.deadLetters.find(idParams.parse(request.params).id);
    if (letter === undefined) throw notThere(request.url);
    return { refused: await offerAgain(hub, letter) };
  });

  app.get(hubPaths.adminStorage, () => storage.figures());

  async function describeWorkspace({ id, name, marking, madeAt }: WorkspaceRow): Promise<WorkspaceInfo> {
    const [replicas, figures] = await Promise.all([storage.replicas.list(id), storage.logs.figures(id)]);
    return {
      id,
      name,
      marking,
      createdAt: madeAt,
      replicas: replicas.length,
      entries: figures.reduce((sum, { entries }) => sum + entries, 0),
      bytes: figures.reduce((sum, { bytes }) => sum + bytes, 0),
    };
  }
}

function notThere(path: string): ProblemError {
  return new ProblemError(problem('OUT-SYN-030', { path }));
}

function describeReplica(row: ReplicaRow, held: Vector, figures: readonly LogFigures[]): ReplicaInfo {
  const { replica, name, shortCode, kind, signKey, boxKey, enrolledAt, revokedAt, lastContact } = row;
  const { deadForgotten } = row;
  const own = figures.find((of) => of.replica === replica);
  const lacking = missingFrom(heldBy(row), held).map(({ from, to }) => to - from + 1);
  return {
    replica,
    name,
    shortCode,
    signKey: toBase64Url(signKey),
    boxKey: toBase64Url(boxKey),
    kind,
    ...(revokedAt === null ? {} : { revokedAt }),
    enrolledAt,
    ...(lastContact === null ? {} : { lastContact }),
    lag: lacking.reduce((sum, count) => sum + count, 0),
    entries: own?.entries ?? 0,
    bytes: own?.bytes ?? 0,
    ...(deadForgotten > 0 && { deadForgotten }),
  };
}

function describeCode({ id, workspace, label, kind, expiresAt, usedAt, usedBy }: CodeRow): CodeInfo {
  return {
    id,
    workspace,
    label,
    kind,
    expiresAt,
    ...(usedAt === null ? {} : { usedAt }),
    ...(usedBy === null ? {} : { usedBy }),
  };
}
