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
    // Only adding records needs the way back from a term to its number: a loaded index is ready sooner without.
    for (let number = this.#numbers.size; number < this.#terms.length; number += 1) {
      this.#numbers.set(this.#terms[number] as string, number);
    }
    return this.#numbers.get(term);
  }

  /** Numbers a term that the caller knows to be new. */
  add(term: string): number {
    this.#terms.push(term);
    return this.#terms.length - 1;
  }
}
