import type { FastifyInstance } from 'fastify';
import { AdminDoor } from '../hub/admin-door.ts';
import type { Hub } from '../hub/hub.ts';
import { refuseOtherOrigins, requireAdmin } from '../plugins/admin-access.ts';
import { MinuteBudget } from '../plugins/minute-budget.ts';
import { adminRoutes } from './admin.ts';
import { adminSessionRoutes, signInRoute } from './admin-sessions.ts';

/** The administration: the way in, and behind it all the rest. */
export async function adminAccess(app: FastifyInstance, hub: Hub): Promise<void> {
  const door = new AdminDoor(hub);
  const budget = new MinuteBudget({ requests: hub.limits.adminRequestsPerMinute, bytes: Infinity });
  refuseOtherOrigins(app);
  signInRoute(app, hub, door);
  await app.register((known, _options, done) => {
    requireAdmin(known, hub, door, budget);
    adminSessionRoutes(known, hub);
    adminRoutes(known, hub);
    done();
  });
}
