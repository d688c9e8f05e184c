import type { Enrolment, LinkProfile } from './protocol.ts';

/** What a page asks of the sync. */
export class Sync {
  /** @throws ProblemError */
  enrol(_enrolment: Enrolment): Promise<void> {
    return this.#absent();
  }

  /** One exchange now. @throws ProblemError */
  exchange(_hub?: string): Promise<void> {
    return this.#absent();
  }

  setProfile(_hub: string, _profile: LinkProfile): Promise<void> {
    return this.#absent();
  }

  leave(_hub: string): Promise<void> {
    return this.#absent();
  }

  #absent(): Promise<never> {
    return Promise.reject(new Error('This build has no sync.'));
  }
}
