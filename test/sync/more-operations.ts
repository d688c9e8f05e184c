import type { Chance } from './chance.ts';
import type { Fault } from './operations.ts';

/** What happens beside everyday work and its troubles: to who may take part, in two windows, to files, over sticks to hubs, from newer versions. */
export type MoreOperation =
  /** The hub's administrator turns a laptop out. */
  | { readonly do: 'revoke'; readonly at: number }
  /** Two windows of a laptop write at the same time. */
  | { readonly do: 'two windows'; readonly at: number; readonly record: number; readonly value: number }
  | { readonly do: 'attach'; readonly at: number; readonly record: number; readonly value: number }
  | {
      readonly do: 'files';
      readonly at: number;
      readonly hub: number;
      /** Bytes of a piece. */
      readonly budget: number;
      readonly fault?: { readonly kind: Fault; readonly call: number; readonly value: number };
    }
  | { readonly do: 'bundle to hub'; readonly at: number; readonly hub: number; readonly size: number }
  | { readonly do: 'hub bundle'; readonly hub: number; readonly to: number; readonly size: number }
  /** A version to come writes what this one does not know. */
  | { readonly do: 'newer'; readonly at: number; readonly record: number; readonly value: number };

type MoreKind = MoreOperation['do'];

export const moreKinds: ReadonlySet<string> = new Set<MoreKind>([
  'revoke',
  'two windows',
  'attach',
  'files',
  'bundle to hub',
  'hub bundle',
  'newer',
]);

export function moreOperation(
  kind: MoreKind,
  chance: Chance,
  faults: readonly [Fault, ...Fault[]],
): MoreOperation {
  const [at, other, value] = [chance.next(), chance.next(), chance.next()];
  const size = 600 + chance.below(4000);
  switch (kind) {
    case 'revoke':
      return { do: kind, at };
    case 'two windows':
    case 'attach':
    case 'newer':
      return { do: kind, at, record: other, value };
    case 'files': {
      const fault = { kind: chance.pick(faults), call: chance.below(6), value };
      return {
        do: kind,
        at,
        hub: other,
        budget: 100 + chance.below(500),
        ...(chance.isLucky(50) ? { fault } : {}),
      };
    }
    case 'bundle to hub':
      return { do: kind, at, hub: other, size };
    case 'hub bundle':
      return { do: kind, hub: at, to: other, size };
  }
}
