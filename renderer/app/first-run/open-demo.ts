import type { Data } from '#renderer/data/data.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { seedCommands } from './set-up-unit.ts';

/** Fills the empty workspace with the demo unit, which is in a chunk of its own. Gives the person to look around as. @throws ProblemError */
export async function openDemo(data: Data, onProgress: (share: number) => void): Promise<string> {
  const { buildDemo, demoStart, demoVisitor } = await import('#resources/demo/demo.ts');
  const now = data.now();
  const maker: Actor = { ...demoVisitor, roles: ['administrator'] };
  await data.runScript(
    [...seedCommands(data.catalogue, maker, demoStart(now)), ...buildDemo(now)],
    onProgress,
  );
  return demoVisitor.id;
}
