// One run as the core tells it: whole views, never pieces. Closing the window changes nothing about it.
import type { RunView } from '../../ipc/generated/RunView';
import { Asking } from '../../ipc/asking.svelte';
import { answerQuestion, saveReport, steerRun, watchRun } from '../../ipc/ipc';

export class WatchedRun {
  readonly view = new Asking<RunView>();
  /** The last thing the person asked of the run. */
  readonly request = new Asking<null>();
  readonly report = new Asking<string | null>();
  now = $state(Date.now());
  readonly #run: string;

  constructor(run: string) {
    this.#run = run;
  }

  watch = async (): Promise<void> => {
    const connecting = new Asking<void>();
    await connecting.ask(() => watchRun(this.#run, (view) => this.view.take(view)));
    if (connecting.problem) this.view.problem = connecting.problem;
  };

  /** Lets "5 min ago" grow; stops when the screen is left. */
  tick = (): (() => void) => {
    const clock = setInterval(() => (this.now = Date.now()), 1000);
    return () => clearInterval(clock);
  };

  pause = (): Promise<unknown> => this.request.ask(() => steerRun(this.#run, 'pause'));
  resume = (): Promise<unknown> => this.request.ask(() => steerRun(this.#run, 'resume'));
  retry = (): Promise<unknown> => this.request.ask(() => steerRun(this.#run, 'retry'));
  answer = (question: string, answer: string, typed: string | null): Promise<unknown> =>
    this.request.ask(() => answerQuestion(this.#run, question, answer, typed));
  save = (format: 'html' | 'json'): Promise<unknown> => this.report.ask(() => saveReport(this.#run, format));
}
