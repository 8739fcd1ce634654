// What the core last said about the program as a whole: settings, open runs, the lab, the keyring.
import type { AppState } from './ipc/generated/AppState';
import type { Problem } from './ipc/generated/Problem';
import { asProblem } from './ipc/asking.svelte';
import { offerClipboard, setSettings, watchApp } from './ipc/ipc';

class Snapshot {
  app: AppState | null = $state.raw(null);
  /** Problems that belong to no screen. */
  problems: Problem[] = $state.raw([]);
  /** Names what was dropped on the window, or handed from one screen to another, until a screen takes it. */
  dropped: string | null = $state.raw(null);
  /** The run in view waits for its file: what is dropped is meant for it. */
  runWantsFile = $state(false);

  /** The site whose password was given last: its screen looks again. */
  signedIn: string | null = $state.raw(null);

  async watch(): Promise<void> {
    try {
      await watchApp((message) => {
        if (message.kind === 'state') this.app = message.state;
        else if (message.kind === 'dropped') this.dropped = message.token;
        else this.tell(message.problem);
      });
    } catch (refusal) {
      this.tell(asProblem(refusal));
    }
  }

  /** What is on the clipboard goes where something dropped would go. */
  paste = async (): Promise<void> => {
    try {
      this.dropped = await offerClipboard();
    } catch (refusal) {
      this.tell(asProblem(refusal));
    }
  };

  /** How large everything is drawn, in per cent; the core keeps it within reason. */
  zoomTo = async (zoom: number): Promise<void> => {
    try {
      await setSettings({ set: 'zoom', zoom: Math.max(0, zoom) });
    } catch (refusal) {
      this.tell(asProblem(refusal));
    }
  };

  /** The same problem is told once, however often it is met. */
  tell(problem: Problem): void {
    this.problems = [...this.problems.filter(({ code }) => code !== problem.code), problem];
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
