import Fastify, { LogController, type FastifyInstance } from 'fastify';
import { apiPrefix } from '#shared/contracts/hub.ts';
import type { HubConfig } from './config.ts';
import type { Hub } from './hub/hub.ts';
import { httpServer } from './http-server.ts';
import { describeError } from './plugins/describe-error.ts';
import { answerPreflights, headersFor, setHeaders } from './plugins/headers.ts';
import { limitRate } from './plugins/limits.ts';
import { observe } from './plugins/observe.ts';
import { answerProblems, answerUnknown } from './plugins/problems.ts';
import { refuseConnection } from './plugins/refuse-connection.ts';
import { requireOwnName } from './plugins/own-names.ts';
import { adminAccess } from './routes/admin-access.ts';
import { deviceRoutes } from './routes/devices.ts';
import { enrolRoute } from './routes/enrol.ts';
import { pageRoutes } from './routes/page.ts';
import { stateRoutes } from './routes/state.ts';

export type AppConfig = Pick<
  HubConfig,
  'limits' | 'page' | 'tls' | 'log' | 'isBehindProxy' | 'host' | 'names'
>;

/** The hub's HTTP side, not yet listening. */
export async function buildApp(config: AppConfig, hub: Hub, version: string): Promise<FastifyInstance> {
  const { limits } = config;
  const isSecure = config.tls !== undefined;
  const app = Fastify({
    ...(config.log === 'silent'
      ? { logger: false }
      : { logger: { level: config.log, stream: process.stderr, serializers: { err: describeError } } }),
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: config.isBehindProxy,
    bodyLimit: limits.body,
    // No route is looked up for these: paths that are no text, or too long.
    frameworkErrors: (_error, request, reply) => {
      reply.headers(headersFor(`${apiPrefix}/`, { isSecure }));
      void answerUnknown(reply, request.url);
    },
    clientErrorHandler: (error, socket) =>
      refuseConnection(error, socket, { seconds: limits.requestSeconds, isSecure }),
    serverFactory: (handler) => httpServer(config, handler),
  });
  answerProblems(app, limits);
  observe(app, hub.metrics);
  await setHeaders(app, { isSecure });
  requireOwnName(app, config);
  answerPreflights(app);
  await limitRate(app, limits);
  await app.register(
    async (api) => {
      stateRoutes(api, hub, version);
      enrolRoute(api, hub);
      await api.register((signed, _options, done) => {
        deviceRoutes(signed, hub);
        done();
      });
      await api.register((admin) => adminAccess(admin, hub));
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
