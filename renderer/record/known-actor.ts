import { useActor } from '#renderer/session/session.tsx';
import type { Actor } from '#shared/definition/permission.ts';

/** Stands for nobody: may see what everybody may, and do nothing that needs a role. */
export const nobody: Actor = { id: '', roles: [], teams: [] };

/** Who is at the desk; nobody while no person is chosen. */
export function useKnownActor(): Actor {
  return useActor() ?? nobody;
}
