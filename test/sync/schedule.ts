import { Chance } from './chance.ts';
import { moreOperation } from './more-operations.ts';
import type { Fault, Operation, OperationKind, Schedule, Shape } from './operations.ts';

const tenYears = 10 * 365 * 24 * 60;
const most = { laptops: 4, operations: 22, budget: 3000 };

type Weights = Partial<Record<OperationKind, number>>;

const everyday: Weights = { create: 8, edit: 22, tag: 8, act: 20, note: 6, undo: 5, exchange: 40, clock: 3 };
const troubles: Weights = { stray: 3, cut: 2, mend: 2, crash: 3, 'hub restarts': 2, join: 1 };
/** Each schedule has some of them. */
const disasters: readonly [Weights, ...Weights[]] = [
  {},
  { clone: 14, exchange: 25 },
  { clone: 8, exchange: 30, crash: 8 },
  { image: 14, restore: 16 },
  { 'hub backup': 10, 'hub restore': 10 },
  { bundle: 16, open: 30 },
  { revoke: 6, exchange: 35 },
  { 'two windows': 16, crash: 6 },
  { attach: 12, files: 20, 'hub backup': 4, 'hub restore': 4 },
  { newer: 12 },
  { bundle: 8, open: 30, 'bundle to hub': 12, 'hub bundle': 12 },
  { clone: 8, image: 8, restore: 8, 'hub backup': 6, 'hub restore': 6, bundle: 8, open: 16 },
];

const faults: readonly [Fault, ...Fault[]] = [
  'request lost',
  'answer lost',
  'delivered twice',
  'delivered again later',
  'request damaged',
  'answer damaged',
  'hub cannot commit',
  'hub dies before its answer',
  'laptop dies',
];

/** The whole of a schedule from its seed. */
export function makeSchedule(seed: number): Schedule {
  const chance = new Chance(seed);
  const shape = shapeOf(seed, chance);
  const weights = weightsOf(shape, chance.pick(disasters));
  const length = 6 + chance.below(most.operations - 5);
  const operations = Array.from({ length }, () => operation(chance, weights, true));
  return { shape, operations };
}

/** Where there are two hubs, copies come to speak to both. */
function weightsOf({ hubs }: Shape, disaster: Weights): Weights {
  const weights: Weights = { ...everyday, ...troubles, ...disaster };
  if (hubs !== 'one' && 'clone' in disaster) weights.join = 10;
  if (hubs === 'one') return weights;
  // Files go between hubs of their own accord; who is turned out, is so at the hub that it came in through.
  const left: readonly OperationKind[] = ['revoke', 'attach', 'files'];
  const others = Object.entries(weights).filter(([kind]) => !left.some((one) => one === kind));
  return { ...Object.fromEntries(others), ...(hubs === 'above' ? { relay: 12 } : {}) };
}

function shapeOf(seed: number, chance: Chance): Shape {
  const laptops = 2 + chance.below(most.laptops - 2);
  const hasWildClocks = chance.isLucky(40);
  return {
    seed,
    laptops,
    hubs: chance.pick(['one', 'one', 'one', 'relay', 'above']),
    declaration: chance.isLucky(15) ? 'incident' : 'sample',
    clocks: Array.from({ length: laptops }, () => (hasWildClocks ? minutesOff(chance) : chance.below(5))),
  };
}

function minutesOff(chance: Chance): number {
  return chance.pick([-tenYears, -60, 0, 60, tenYears]) + chance.below(30);
}

function operation(chance: Chance, weights: Weights, mayNest: boolean): Operation {
  const kind = kindOf(chance, weights);
  const [at, record, value, hub] = [chance.next(), chance.next(), chance.next(), chance.next()];
  switch (kind) {
    case 'create':
      return { do: kind, at, value };
    case 'edit':
    case 'tag':
    case 'act':
    case 'note':
      return { do: kind, at, record, value };
    case 'undo':
    case 'restore':
      return { do: kind, at, value };
    case 'exchange':
      return exchange(chance, weights, mayNest);
    case 'relay':
      return { do: kind, hub, ...(chance.isLucky(30) ? { fault: chance.pick(faults) } : {}) };
    case 'stray':
      return { do: kind, value };
    case 'cut':
    case 'join':
      return { do: kind, at, hub };
    case 'clock':
      return { do: kind, at, minutes: minutesOff(chance) };
    case 'mend':
    case 'crash':
    case 'image':
    case 'clone':
      return { do: kind, at };
    case 'hub restarts':
    case 'hub backup':
      return { do: kind, hub };
    case 'hub restore':
      return { do: kind, hub, value };
    case 'bundle':
      return { do: kind, at, to: record, size: 600 + chance.below(4000) };
    case 'open':
      return { do: kind, part: value };
    default:
      return moreOperation(kind, chance, faults);
  }
}

function exchange(chance: Chance, weights: Weights, mayNest: boolean): Operation {
  const plain = {
    do: 'exchange',
    at: chance.next(),
    hub: chance.next(),
    messages: chance.below(4),
    budget: 100 + chance.below(most.budget),
  } as const;
  const fault = chance.isLucky(35)
    ? { fault: { kind: chance.pick(faults), call: chance.below(3), value: chance.next() } }
    : {};
  const meanwhile = mayNest && chance.isLucky(25) ? { meanwhile: operation(chance, weights, false) } : {};
  return { ...plain, ...fault, ...meanwhile };
}

function kindOf(chance: Chance, weights: Weights): OperationKind {
  const entries = Object.entries(weights) as [OperationKind, number][];
  let left = chance.below(entries.reduce((sum, [, weight]) => sum + weight, 0));
  for (const [kind, weight] of entries) {
    if (left < weight) return kind;
    left -= weight;
  }
  return 'exchange';
}
