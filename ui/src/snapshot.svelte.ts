// What the core last said about the program as a whole: settings, open runs, the lab, the keyring.
import type { AppState } from './ipc/generated/AppState';
import type { Problem } from './ipc/generated/Problem';
import { asProblem } from './ipc/asking.svelte';
import { watchApp } from './ipc/ipc';

class Snapshot {
  app: AppState | null = $state.raw(null);
  /** Problems that belong to no screen. */
  problems: Problem[] = $state.raw([]);
  /** Names what was dropped on the window, or handed from one screen to another, until a screen takes it. */
  dropped: string | null = $state.raw(null);

  async watch(): Promise<void> {
    try {
      await watchApp((message) => {
        if (message.kind === 'state') this.app = message.state;
        else if (message.kind === 'dropped') this.dropped = message.token;
        else this.problems = [...this.problems, message.problem];
      });
    } catch (refusal) {
      this.problems = [...this.problems, asProblem(refusal)];
    }
  }

  takeDropped(): string | null {
    const token = this.dropped;
    this.dropped = null;
    return token;
  }

  dismiss(problem: Problem): void {
    this.problems = this.problems.filter((other) => other !== problem);
  }
}

export const snapshot = new Snapshot();
