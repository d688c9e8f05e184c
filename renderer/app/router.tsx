import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { AppFrame } from '#renderer/shell/AppFrame.tsx';
import { ErrorPage } from '#renderer/shell/pages/ErrorPage.tsx';
import { NotFoundPage } from '#renderer/shell/pages/NotFoundPage.tsx';
import { pages } from './pages.tsx';

const rootRoute = createRootRoute({ component: AppFrame, notFoundComponent: NotFoundPage });

/** Record types and processes come from the catalogue; these are the shapes of their addresses. */
const routes = pages.map(({ path, component }) =>
  createRoute({ getParentRoute: () => rootRoute, path, component }),
);

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  defaultErrorComponent: ErrorPage,
  // A page that needs a moment replaces the old one when it is there, not a spinner.
  defaultPendingMs: 1_000,
  defaultPreload: 'intent',
});
