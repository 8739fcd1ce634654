// What the core last said about the program as a whole: settings, open runs, the lab, the keyring.
import type { AppState } from './ipc/generated/AppState';
import type { BundleView } from './ipc/generated/BundleView';
import type { Problem } from './ipc/generated/Problem';
import { asProblem } from './ipc/asking.svelte';
import { watchApp } from './ipc/ipc';

class Snapshot {
  app: AppState | null = $state.raw(null);
  /** Problems that belong to no screen. */
  problems: Problem[] = $state.raw([]);
  /** A file that was dropped on the window and waits for a screen to take it. */
  dropped: BundleView | null = $state.raw(null);

  async watch(): Promise<void> {
    try {
      await watchApp((message) => {
        if (message.kind === 'state') this.app = message.state;
        else if (message.kind === 'dropped') this.dropped = message.bundle;
        else this.problems = [...this.problems, message.problem];
      });
    } catch (refusal) {
      this.problems = [...this.problems, asProblem(refusal)];
    }
  }

  takeDropped(): BundleView | null {
    const bundle = this.dropped;
    this.dropped = null;
    return bundle;
  }

  dismiss(problem: Problem): void {
    this.problems = this.problems.filter((other) => other !== problem);
  }
}

export const snapshot = new Snapshot();
