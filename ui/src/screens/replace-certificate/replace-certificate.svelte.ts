// From a file, or from the wish to regenerate, to a plan that can be started. Nothing here changes a site.
import type { BundleOrigin } from '../../ipc/generated/BundleOrigin';
import type { BundleView } from '../../ipc/generated/BundleView';
import type { PlanView } from '../../ipc/generated/PlanView';
import type { SiteView } from '../../ipc/generated/SiteView';
import { Asking } from '../../ipc/asking.svelte';
import { inspectBundle, pickBundle, preparePlan, requestSecret, site, startRotation } from '../../ipc/ipc';

export class Replacement {
  readonly site = new Asking<SiteView>();
  readonly bundle = new Asking<BundleView | null>();
  readonly plan = new Asking<PlanView>();
  readonly run = new Asking<string>();
  /** What the plan is made for; nothing is chosen at first. */
  action: 'import' | 'regenerate' | null = $state(null);
  /** What the plan leaves to a person is decided: there is nothing, or the box is ticked. */
  agreed = $state(false);
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  open = (): Promise<unknown> => this.site.ask(() => site(this.#id));

  browse = (): Promise<void> => this.#pick('dialog');
  /** The core reads the clipboard itself: a pasted private key must not pass through this page. */
  paste = (): Promise<void> => this.#pick('clipboard');

  /** A file that was dropped on the window. */
  takeDropped = async (token: string): Promise<void> => {
    const read = await this.bundle.ask(() => inspectBundle(token, this.#id));
    if (read) await this.#planFor(read);
  };

  /** The file wants a password and has none, or the wrong one. */
  typePassword = async (): Promise<void> => {
    const before = this.bundle.value;
    if (!before) return;
    const read = await this.bundle.ask(async () => {
      const answer = await requestSecret({ purpose: 'bundle', target: before.token, remember: false });
      return answer === 'given' ? inspectBundle(before.token, this.#id) : before;
    });
    if (read && read !== before) await this.#planFor(read);
  };

  regenerate = (): Promise<void> => {
    this.bundle.take(null);
    this.action = 'regenerate';
    return this.#prepare(null);
  };

  prepareAgain = (): Promise<void> =>
    this.#prepare(this.action === 'import' ? (this.bundle.value?.token ?? null) : null);

  /** Nothing stands in the way, and what a person has to decide is decided. */
  get mayStart(): boolean {
    const plan = this.plan.value;
    return plan !== null && plan.canStart && (plan.toDecide === null || this.agreed);
  }

  /** The run, once it is started. */
  start = async (): Promise<string | null> => {
    const plan = this.plan.value;
    return plan && this.mayStart ? this.run.ask(() => startRotation(plan.token)) : null;
  };

  /** When the dialog is closed without a file, everything stays as it was. */
  async #pick(from: BundleOrigin): Promise<void> {
    const before = this.bundle.value;
    const picked = await this.bundle.ask(async () => (await pickBundle(this.#id, from)) ?? before);
    if (picked && picked !== before) await this.#planFor(picked);
  }

  /** The plan appears by itself as soon as a file is read that may be used. */
  async #planFor(bundle: BundleView): Promise<void> {
    this.plan.take(null);
    this.action = 'import';
    if (bundle.acceptable) await this.#prepare(bundle.token);
  }

  async #prepare(token: string | null): Promise<void> {
    this.plan.take(null);
    this.agreed = false;
    await this.plan.ask(() => preparePlan(this.#id, token));
  }
}
