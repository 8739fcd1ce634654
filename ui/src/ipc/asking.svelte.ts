// One question to the core and its answer: waiting, answered or refused. The newest question wins.
import type { Problem } from './generated/Problem';

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

/** What the core refused with. A refusal that is no Problem came from the window system itself. */
export function asProblem(refusal: unknown): Problem {
  if (isProblem(refusal)) return refusal;
  return {
    code: 'window',
    message: { code: 'window-common-refused-what' },
    meaning: { code: 'window-common-refused-meaning' },
    todo: { code: 'window-common-refused-todo' },
    quote: String(refusal),
  };
}

export class Asking<T> {
  value: T | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  busy = $state(false);
  #newest = 0;

  /** Asks; the former answer stays in view until the new one is here. */
  async ask(question: () => Promise<T>): Promise<T | null> {
    const mine = ++this.#newest;
    this.busy = true;
    this.problem = null;
    try {
      const answer = await question();
      if (mine !== this.#newest) return null;
      this.value = answer;
      return answer;
    } catch (refusal) {
      if (mine === this.#newest) this.problem = asProblem(refusal);
      return null;
    } finally {
      if (mine === this.#newest) this.busy = false;
    }
  }

  /** Takes an answer that came by another way. */
  take(value: T | null): void {
    this.#newest++;
    this.value = value;
    this.problem = null;
    this.busy = false;
  }
}
