import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { apiPrefix } from '#shared/contracts/hub.ts';
import { problem } from '#shared/kernel/errors.ts';
import type { HubConfig } from './config.ts';
import type { Hub } from './hub/hub.ts';
import { setHeaders } from './plugins/headers.ts';
import { limitRate } from './plugins/limits.ts';
import { observe } from './plugins/observe.ts';
import { answerProblems, problemBody } from './plugins/problems.ts';
import { requireToken } from './plugins/admin-token.ts';
import { requireSignature } from './plugins/signed-request.ts';
import { adminRoutes } from './routes/admin.ts';
import { blobRoutes } from './routes/blobs.ts';
import { enrolRoute } from './routes/enrol.ts';
import { exchangeRoute } from './routes/exchange.ts';
import { liveRoute } from './routes/live.ts';
import { pageRoutes } from './routes/page.ts';
import { stateRoutes } from './routes/state.ts';

export type AppConfig = Pick<HubConfig, 'limits' | 'page' | 'tls' | 'log'>;

/** The hub's HTTP side, not yet listening. */
export async function buildApp(config: AppConfig, hub: Hub, version: string): Promise<FastifyInstance> {
  const { limits, tls } = config;
  const options: FastifyServerOptions = {
    logger: config.log === 'silent' ? false : { level: config.log, stream: process.stderr },
    disableRequestLogging: true,
    bodyLimit: limits.body,
    requestTimeout: limits.requestSeconds * 1000,
    keepAliveTimeout: 75_000,
    // Live streams are ended by the hub itself, running requests are waited for.
    forceCloseConnections: 'idle',
    clientErrorHandler: (error, socket) => refuse(error, socket, limits.requestSeconds),
  };
  const app: FastifyInstance =
    tls === undefined
      ? Fastify(options)
      : Fastify({
          ...options,
          https: { cert: readFileSync(tls.certificate), key: readFileSync(tls.key) },
        });
  answerProblems(app, limits);
  observe(app, hub.metrics);
  await setHeaders(app, { isSecure: tls !== undefined });
  await limitRate(app, limits);
  await app.register(
    async (api) => {
      stateRoutes(api, hub, version);
      enrolRoute(api, hub);
      await api.register((signed, _options, done) => {
        requireSignature(signed, hub.storage);
        exchangeRoute(signed, hub);
        liveRoute(signed, hub);
        blobRoutes(signed, hub);
        done();
      });
      await api.register((admin, _options, done) => {
        requireToken(admin, hub.storage.tokens, hub.clock);
        adminRoutes(admin, hub);
        done();
      });
    },
    { prefix: apiPrefix },
  );
  await pageRoutes(app, config.page);
  app.addHook('preClose', (done) => {
    hub.live.close();
    done();
  });
  return app;
}

/** What never becomes a request: too slow, or no HTTP. */
function refuse(error: Error, socket: Socket, seconds: number): void {
  if (!socket.writable || socket.destroyed) return;
  const isSlow = 'code' in error && error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const found = isSlow
    ? problem('OUT-SYN-043', { seconds })
    : problem('OUT-SYN-028', { fault: 'it is not HTTP' });
  const body = JSON.stringify(problemBody(found));
  socket.end(
    `HTTP/1.1 ${isSlow ? '408 Request Timeout' : '400 Bad Request'}\r\nContent-Type: application/json\r\nConnection: close\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
