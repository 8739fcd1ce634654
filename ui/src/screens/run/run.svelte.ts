// One run as the core tells it: whole views, never pieces. Closing the window changes nothing about it.
import type { RunView } from '../../ipc/generated/RunView';
import { OfferedBundle } from '../../certificates/bundle.svelte';
import { Asking } from '../../ipc/asking.svelte';
import { answerQuestion, listSites, saveReport, steerRun, watchRun } from '../../ipc/ipc';

/** A run that says one of these goes on with its file. */
const fileCodes = ['run.file_needed', 'run.other_file'];

export class WatchedRun {
  readonly view = new Asking<RunView>();
  /** The last thing the person asked of the run. */
  readonly request = new Asking<null>();
  readonly report = new Asking<string | null>();
  now = $state(Date.now());
  /** The file of the new certificate, where the run asks for it again. */
  readonly files = new OfferedBundle(() => this.#site());
  readonly #run: string;

  constructor(run: string) {
    this.#run = run;
  }

  watch = async (): Promise<void> => {
    const connecting = new Asking<null>();
    await connecting.ask(() => watchRun(this.#run, (view) => this.view.take(view)));
    if (connecting.problem) this.view.problem = connecting.problem;
  };

  /** Lets "5 min ago" grow; stops when the screen is left. */
  tick = (): (() => void) => {
    const clock = setInterval(() => (this.now = Date.now()), 1000);
    return () => clearInterval(clock);
  };

  /** The run rests until somebody gives it its file again. */
  get wantsFile(): boolean {
    const problems = [this.request.problem, ...(this.view.value?.steps ?? []).map((step) => step.problem)];
    return problems.some((problem) => problem && fileCodes.includes(problem.code));
  }

  pause = (): Promise<unknown> => this.request.ask(() => steerRun(this.#run, 'pause'));
  resume = (): Promise<unknown> => this.request.ask(() => steerRun(this.#run, 'resume'));
  resumeWith = (file: string): Promise<unknown> => this.request.ask(() => steerRun(this.#run, 'resume', file));
  retry = (): Promise<unknown> => this.request.ask(() => steerRun(this.#run, 'retry'));
  answer = (question: string, answer: string): Promise<unknown> =>
    this.request.ask(() => answerQuestion(this.#run, question, answer));
  /** The saved site of the run. */
  async #site(): Promise<string> {
    const sites = await listSites();
    return sites.find(({ address }) => address === this.view.value?.siteAddress)?.id ?? '';
  }

  save = (format: 'html' | 'json'): Promise<unknown> => this.report.ask(() => saveReport(this.#run, format));
}
