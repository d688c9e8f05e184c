import { create } from 'zustand';

/** How much is under way that goes on without a hand on the device, and that a lock would break off. */
export const useLongWork = create<{ readonly running: number }>()(() => ({ running: 0 }));

export async function asLongWork<Answer>(work: Promise<Answer>): Promise<Answer> {
  useLongWork.setState(({ running }) => ({ running: running + 1 }));
  try {
    return await work;
  } finally {
    useLongWork.setState(({ running }) => ({ running: running - 1 }));
  }
}
