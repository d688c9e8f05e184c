import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { apiPrefix, exchangeType, hubHeaders, hubPaths, hubProblemSchema } from '#shared/contracts/hub.ts';
import { isProblemCode } from '#shared/kernel/errors.ts';
import { engines } from '#test/support/hub-storage.ts';
import { startTestHub, stateOf, type TestHub } from '#test/support/hub.ts';

interface Route {
  readonly method: string;
  /** Below the prefix; parameters as `:name`. */
  readonly path: string;
}

/** All that the application has registered, read from its own list. */
async function routesOf({ hub }: TestHub): Promise<readonly Route[]> {
  const config = readConfig({ OUTPOST_HUB_LOG: 'silent', OUTPOST_HUB_PAGE: '/nowhere' });
  const app = await buildApp(config, hub, 'listed');
  onTestFinished(() => app.close());
  await app.ready();
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent = '', piece = '', methods = ''] = /^([│ ]*)[├└]── (\S+) \((.+)\)$/.exec(line) ?? [];
      if (piece === '') return [];
      const depth = indent.length / 4;
      above.length = depth;
      above.push(piece);
      const path = above.join('').slice(apiPrefix.length);
      return methods.split(', ').map((method) => ({ method, path }));
    });
}

const open: readonly string[] = [hubPaths.health, hubPaths.ready, hubPaths.metrics, hubPaths.enrol];
const rights = ['none', 'signed', 'forged', 'admin', 'no admin'] as const;
type Right = (typeof rights)[number];

function isAllowed({ path }: Route, right: Right): boolean {
  if (open.includes(path)) return true;
  return right === (path.startsWith('/admin') ? 'admin' : 'signed');
}

const parameters = fc.constantFrom(
  'x',
  '..%2f..%2fetc',
  '%00',
  '%ff',
  'a'.repeat(64),
  '9'.repeat(300),
  '%C3%BC',
);
const types = fc.constantFrom(
  exchangeType,
  'application/json',
  'application/octet-stream',
  'text/plain',
  'x',
);
const cases = fc.record({
  right: fc.constantFrom(...rights),
  parameter: parameters,
  query: fc.constantFrom('', '?workspace=x', '?receiver=x&since=never', '?partBytes=-1', '?workspace=%00'),
  type: types,
  body: fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => new TextEncoder().encode(text)),
  ),
});

describe.each(engines)('every route that there is, on %s', (engine) => {
  it(
    'SYN-270 asks for rights, and answers bad input with a code; nothing is changed',
    { timeout: 120_000 },
    async () => {
      const hub = await startTestHub({ engine });
      const device = await hub.device();
      device.write(3);
      await device.sync();
      const routes = await routesOf(hub);
      const registered = new Set(routes.map(({ path }) => path));
      expect(
        Object.values(hubPaths).filter((path) => ![...registered].some((one) => one.startsWith(path))),
      ).toEqual([]);
      await hub.admin(hubPaths.adminStorage);
      const before = await stateOf(hub);
      for (const route of [...routes, { method: 'PATCH', path: '/nothing' }]) {
        await fc.assert(
          fc.asyncProperty(cases, async ({ right, parameter, query, type, body }) => {
            const { method } = route;
            // Wrong tokens would slow the right ones down.
            await hub.hub.storage.adminTries.forget(Number.MAX_SAFE_INTEGER);
            const path = route.path.replaceAll(/:\w+/g, parameter) + query;
            const sent = ['GET', 'HEAD'].includes(method) ? undefined : new Uint8Array(body);
            const signed = device.signedHeaders(method, `${apiPrefix}${path}`, sent);
            const ending = new AbortController();
            const asked = {
              method,
              signal: ending.signal,
              headers: {
                'content-type': type,
                ...(right === 'signed' ? signed : {}),
                ...(right === 'forged' ? { ...signed, [hubHeaders.signature]: 'A'.repeat(86) } : {}),
                ...(right === 'no admin' ? { authorization: `Bearer outpost_${'x'.repeat(43)}` } : {}),
              },
              ...(sent === undefined ? {} : { body: sent }),
            };
            const answer = await (right === 'admin'
              ? hub.admin(path, asked)
              : fetch(`${hub.address}${apiPrefix}${path}`, asked));
            const where = `${method} ${path} as ${right}: ${answer.status}`;
            if (answer.ok) {
              // The stream would go on for ever.
              ending.abort();
              const isReading = ['GET', 'HEAD'].includes(method) && isAllowed(route, right);
              expect(isReading, where).toBe(true);
            } else {
              expect(answer.status, where).toBeLessThan(500);
              if (method === 'HEAD') return;
              const { code } = hubProblemSchema.parse(await answer.json());
              expect(isProblemCode(code), where).toBe(true);
            }
          }),
          { numRuns: 20 },
        );
      }
      expect(await stateOf(hub)).toEqual(before);
      device.write(1);
      expect((await device.sync()).have).toEqual({ [device.replica]: 4 });
    },
  );
});
