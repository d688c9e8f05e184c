import type { Actor } from '#shared/definition/permission.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { paths } from './navigation.ts';

/** May the actor make a record of the type, from a blank form? */
export function offersForm(type: RecordType, actor: Actor): boolean {
  return type.madeOn === undefined && type.create.allows(actor, undefined);
}

/** Where a list leads those who want another record of the type; undefined where they may make none, or not from a list. */
export function newRecordWay(
  type: RecordType,
  actor: Actor,
): { readonly label: string; readonly href: string } | undefined {
  if (!type.create.allows(actor, undefined)) return undefined;
  if (!type.madeOn) return { label: `New ${type.label.toLowerCase()}`, href: paths.create(type.name) };
  const { label, href } = type.madeOn;
  return href === undefined ? undefined : { label, href };
}
