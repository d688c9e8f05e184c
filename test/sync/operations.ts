import type { MoreOperation } from './more-operations.ts';

/** What goes wrong on the way of a call to a hub. */
export type Fault =
  | 'request lost'
  | 'answer lost'
  | 'delivered twice'
  | 'delivered again later'
  | 'request damaged'
  | 'answer damaged'
  | 'hub cannot commit'
  | 'hub dies before its answer'
  | 'laptop dies';

/** Numbers are taken modulo what there is when the operation is done, so any part of a schedule is a schedule. */
export type Operation =
  | { readonly do: 'create'; readonly at: number; readonly value: number }
  | { readonly do: 'edit'; readonly at: number; readonly record: number; readonly value: number }
  | { readonly do: 'tag'; readonly at: number; readonly record: number; readonly value: number }
  | { readonly do: 'act'; readonly at: number; readonly record: number; readonly value: number }
  | { readonly do: 'note'; readonly at: number; readonly record: number; readonly value: number }
  | { readonly do: 'undo'; readonly at: number; readonly value: number }
  | {
      readonly do: 'exchange';
      readonly at: number;
      readonly hub: number;
      /** Messages; 0: as many as it takes. */
      readonly messages: number;
      /** Bytes of runs each way. */
      readonly budget: number;
      readonly fault?: { readonly kind: Fault; readonly call: number; readonly value: number };
      /** Done while the first answer is on its way. */
      readonly meanwhile?: Operation;
    }
  | { readonly do: 'relay'; readonly hub: number; readonly fault?: Fault }
  | { readonly do: 'stray'; readonly value: number }
  | { readonly do: 'cut'; readonly at: number; readonly hub: number }
  | { readonly do: 'mend'; readonly at: number }
  | { readonly do: 'join'; readonly at: number; readonly hub: number }
  /** Minutes that the clock is off by from now on. */
  | { readonly do: 'clock'; readonly at: number; readonly minutes: number }
  | { readonly do: 'crash'; readonly at: number }
  | { readonly do: 'image'; readonly at: number }
  | { readonly do: 'restore'; readonly at: number; readonly value: number }
  | { readonly do: 'clone'; readonly at: number }
  | { readonly do: 'hub restarts'; readonly hub: number }
  | { readonly do: 'hub backup'; readonly hub: number }
  | { readonly do: 'hub restore'; readonly hub: number; readonly value: number }
  | { readonly do: 'bundle'; readonly at: number; readonly to: number; readonly size: number }
  | { readonly do: 'open'; readonly part: number }
  | MoreOperation;

export type OperationKind = Operation['do'];

/** What stands before the first operation. */
export interface Shape {
  readonly seed: number;
  readonly laptops: number;
  /** `relay`: two hubs that only laptops go between; `above`: a hub with a hub above it. */
  readonly hubs: 'one' | 'relay' | 'above';
  readonly declaration: 'sample' | 'incident';
  /** Minutes that each laptop's clock is off by. */
  readonly clocks: readonly number[];
}

export interface Schedule {
  readonly shape: Shape;
  readonly operations: readonly Operation[];
}
