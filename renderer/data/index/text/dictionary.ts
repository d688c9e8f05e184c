/** Numbers the terms in the order of their first appearance, so that blocks can name them in a byte or two. */
export class Dictionary {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];

  get size(): number {
    return this.#terms.length;
  }

  get terms(): readonly string[] {
    return this.#terms;
  }

  numberOf(term: string): number | undefined {
    return this.#numbers.get(term);
  }

  /** Numbers a term that the caller knows to be new. */
  add(term: string): number {
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    return number;
  }
}
