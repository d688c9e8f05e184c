/** Asks one time after the other: news that come while an answer is awaited are answered together, and none is lost. */
export class Question<Answer> {
  readonly #ask: () => Promise<Answer>;
  readonly #tell: (answer: Answer) => void;
  readonly #onFault: (error: unknown) => void;
  #isAsked = false;
  #isDue = false;

  constructor(ask: () => Promise<Answer>, tell: (answer: Answer) => void, onFault: (error: unknown) => void) {
    this.#ask = ask;
    this.#tell = tell;
    this.#onFault = onFault;
  }

  again(): void {
    this.#isDue = true;
    if (!this.#isAsked) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isAsked = true;
    while (this.#takeDue()) {
      try {
        this.#tell(await this.#ask());
      } catch (error) {
        // The last answer stays; the next news ask again.
        this.#onFault(error);
      }
    }
    this.#isAsked = false;
  }

  #takeDue(): boolean {
    const isDue = this.#isDue;
    this.#isDue = false;
    return isDue;
  }
}
