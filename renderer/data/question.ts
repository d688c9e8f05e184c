/** Asks one time after the other: news that come while an answer is awaited are answered together, and none is lost. */
export class Question<Answer> {
  readonly #ask: () => Promise<Answer>;
  readonly #tell: (answer: Answer) => void;
  #isAsked = false;
  #isDue = false;

  constructor(ask: () => Promise<Answer>, tell: (answer: Answer) => void) {
    this.#ask = ask;
    this.#tell = tell;
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
      } catch {
        // What fails (the index stopped, the workspace was closed) leaves the last answer standing.
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
