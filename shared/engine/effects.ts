import type { ActContext, Effect, Touch } from '../definition/lifecycle.ts';
import type { RecordView } from '../definition/record.ts';
import type { Step } from './decision.ts';
import type { Scope } from './scope.ts';

/** What guards and effects may look at, with the records loaded that the declaration touches. */
export async function actContext(
  scope: Scope,
  record: RecordView,
  touches: Readonly<Record<string, Touch>>,
): Promise<ActContext> {
  const { actor, now, config } = scope.environment;
  return { record, actor, now, config, related: await scope.related(touches, record) };
}

/** The steps that a declared effect function asks for, once the act stands in the scope. */
export async function effectSteps(
  scope: Scope,
  acting: string,
  touches: Readonly<Record<string, Touch>> | undefined,
  effects: ((context: ActContext) => readonly Effect[]) | undefined,
): Promise<readonly Step[]> {
  const view = effects && (await scope.view(acting));
  if (!view) return [];
  const context = await actContext(scope, view, touches ?? {});
  return effects(context).flatMap((effect) => stepsOf(effect, view, scope));
}

/** Turns an effect into steps; a record made by an effect gets its id here so that the acting record can name it. */
function stepsOf(effect: Effect, acting: RecordView, scope: Scope): readonly Step[] {
  switch (effect.kind) {
    case 'act':
    case 'note':
      return [effect];
    case 'set':
      return [{ kind: 'edit', record: effect.record, fields: effect.fields }];
    case 'create': {
      const id = scope.environment.newId(scope.environment.now);
      const { type, fields, linkFrom, carryNotes } = effect;
      return [
        { kind: 'create', type, id, fields },
        ...(linkFrom ? [{ kind: 'edit', record: acting.id, fields: { [linkFrom]: id } } as const] : []),
        ...(carryNotes ? [{ kind: 'carryNotes', from: acting.id, to: id } as const] : []),
      ];
    }
  }
}
