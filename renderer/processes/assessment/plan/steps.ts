import type { Lifecycle } from '#shared/definition/lifecycle.ts';
import type { RecordView } from '#shared/definition/record.ts';

export type StepPlace = 'done' | 'current' | 'ahead';

export interface Step {
  readonly state: string;
  readonly label: string;
  readonly help: string;
  readonly place: StepPlace;
}

/** The open states of an assessment in their order, and on which side of the present each stands. One that is cancelled stands where it was. */
export function stepsOf({ states }: Lifecycle, { state, life }: RecordView): readonly Step[] {
  const open = Object.entries(states).filter(([, { final }]) => !final);
  const stood = states[state]?.class === 'refused' ? life.at(-1)?.from : state;
  const now = open.findIndex(([name]) => name === stood);
  return open.map(([name, { label, help = '' }], index) => ({
    state: name,
    label,
    help,
    place: now === -1 || index < now ? 'done' : index > now ? 'ahead' : 'current',
  }));
}
