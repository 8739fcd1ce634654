// From a file, or from the wish to regenerate, to a plan that can be started. Nothing here changes a site.
import type { BundleView } from '../../ipc/generated/BundleView';
import type { PlanView } from '../../ipc/generated/PlanView';
import type { SiteView } from '../../ipc/generated/SiteView';
import { OfferedBundle } from '../../certificates/bundle.svelte';
import { Asking } from '../../ipc/asking.svelte';
import { preparePlan, site, startRotation } from '../../ipc/ipc';

export class Replacement {
  readonly site = new Asking<SiteView>();
  readonly files = new OfferedBundle(() => this.#id);
  readonly plan = new Asking<PlanView>();
  readonly run = new Asking<string | null>();
  #regenerates = $state(false);
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  open = (): Promise<unknown> => this.site.ask(() => site(this.#id));

  browse = (): Promise<void> => this.#planFor(this.files.browse());
  /** Files that were dropped on the window or pasted into it. */
  takeDropped = (token: string): Promise<void> => this.#planFor(this.files.take(token));
  typePassword = (): Promise<void> => this.#planFor(this.files.typePassword());

  regenerate = (): Promise<void> => {
    this.files.read.take(null);
    this.#regenerates = true;
    return this.#prepare(null);
  };

  prepareAgain = (): Promise<void> => this.#prepare(this.files.read.value?.token ?? null);

  /** What the plan is made for: a file, as soon as one is read; nothing is chosen at first. */
  get action(): 'import' | 'regenerate' | null {
    if (this.files.read.value) return 'import';
    return this.#regenerates ? 'regenerate' : null;
  }

  /** Nothing stands in the way. */
  get mayStart(): boolean {
    return this.plan.value?.canStart ?? false;
  }

  /** The run, once a person has agreed to it in a window of its own. */
  start = async (): Promise<string | null> => {
    const plan = this.plan.value;
    return plan && this.mayStart ? this.run.ask(() => startRotation(plan.token)) : null;
  };

  /** The plan appears by itself as soon as a file is read that may be used. */
  async #planFor(reading: Promise<BundleView | null>): Promise<void> {
    const bundle = await reading;
    if (!bundle) return;
    this.plan.take(null);
    if (bundle.acceptable) await this.#prepare(bundle.token);
  }

  async #prepare(token: string | null): Promise<void> {
    this.plan.take(null);
    await this.plan.ask(() => preparePlan(this.#id, token));
    // The plan has looked at the site: which peers are saved, and where the others may be found.
    await this.open();
  }
}
