import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { apiPrefix } from '#shared/contracts/hub.ts';
import type { HubConfig } from './config.ts';
import type { Hub } from './hub/hub.ts';
import { httpServer } from './http-server.ts';
import { setHeaders } from './plugins/headers.ts';
import { limitRate } from './plugins/limits.ts';
import { observe } from './plugins/observe.ts';
import { answerProblems, answerUnknown } from './plugins/problems.ts';
import { refuseConnection } from './plugins/refuse-connection.ts';
import { requireToken } from './plugins/admin-token.ts';
import { requireSignature } from './plugins/signed-request.ts';
import { adminRoutes } from './routes/admin.ts';
import { blobRoutes } from './routes/blobs.ts';
import { directoryRoute } from './routes/directory.ts';
import { enrolRoute } from './routes/enrol.ts';
import { exchangeRoute } from './routes/exchange.ts';
import { liveRoute } from './routes/live.ts';
import { pageRoutes } from './routes/page.ts';
import { stateRoutes } from './routes/state.ts';

export type AppConfig = Pick<HubConfig, 'limits' | 'page' | 'tls' | 'log' | 'isBehindProxy'>;

/** The hub's HTTP side, not yet listening. */
export async function buildApp(config: AppConfig, hub: Hub, version: string): Promise<FastifyInstance> {
  const { limits, tls } = config;
  const app = Fastify({
    ...(config.log === 'silent'
      ? { logger: false }
      : { logger: { level: config.log, stream: process.stderr } }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.isBehindProxy,
    bodyLimit: limits.body,
    // No route is looked up for these: paths that are no text, or too long.
    frameworkErrors: (_error, request, reply) => void answerUnknown(reply, request.url),
    clientErrorHandler: (error, socket) => refuseConnection(error, socket, limits.requestSeconds),
    serverFactory: (handler) => httpServer(config, handler),
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
        requireSignature(signed, hub.storage, hub.clock);
        exchangeRoute(signed, hub);
        liveRoute(signed, hub);
        directoryRoute(signed, hub);
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
