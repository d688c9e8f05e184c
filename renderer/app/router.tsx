import { createBrowserHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import type { Data } from '#renderer/data/data.ts';
import { sealedAddresses } from '#renderer/session/sealed-address.ts';
import { AppFrame } from '#renderer/shell/AppFrame.tsx';
import { ErrorPage } from '#renderer/shell/pages/ErrorPage.tsx';
import { NotFoundPage } from '#renderer/shell/pages/NotFoundPage.tsx';
import { pages } from './pages.tsx';

const rootRoute = createRootRoute({ component: AppFrame, notFoundComponent: NotFoundPage });

/** Record types and processes come from the catalogue; these are the shapes of their addresses. */
const routes = pages.map(({ path, component }) =>
  createRoute({ getParentRoute: () => rootRoute, path, component }),
);

function makeRouter(data: Data) {
  return createRouter({
    routeTree: rootRoute.addChildren(routes),
    history: createBrowserHistory(sealedAddresses(data.local)),
    defaultErrorComponent: ErrorPage,
    // A page that needs a moment replaces the old one when it is there, not a spinner.
    defaultPendingMs: 1_000,
    defaultPreload: 'intent',
  });
}

const made = new WeakMap<Data, ReturnType<typeof makeRouter>>();

/** The pages of a workspace; made once for it. */
export function routerOf(data: Data): ReturnType<typeof makeRouter> {
  const router = made.get(data) ?? makeRouter(data);
  made.set(data, router);
  return router;
}
