// One site: what was seen last, looking again, signing in, forgetting.
import type { SiteView } from '../../ipc/generated/SiteView';
import { Asking } from '../../ipc/asking.svelte';
import { checkSite, forgetSite, requestSecret, site } from '../../ipc/ipc';

export class OneSite {
  readonly view = new Asking<SiteView>();
  readonly forgetting = new Asking<null>();
  /** A password that the site refused is told here: it was not kept. */
  readonly signingIn = new Asking<string>();
  /** Looking at the appliances, which takes longer than reading what was seen last. */
  checking = $state(false);
  readonly #id: string;

  constructor(id: string) {
    this.#id = id;
  }

  /** What was seen last; a site that was never looked at is looked at once. */
  open = async (): Promise<void> => {
    const view = await this.view.ask(() => site(this.#id));
    if (view && view.row.checkedAt === null && view.row.canSignIn) await this.check();
  };

  check = async (): Promise<void> => {
    this.checking = true;
    await this.view.ask(() => checkSite(this.#id));
    this.checking = false;
  };

  signIn = async (remember: boolean): Promise<void> => {
    const answer = await this.signingIn.ask(() => requestSecret({ purpose: 'site', target: this.#id, remember }));
    if (answer === 'given') await this.check();
  };

  /** True when the site is forgotten. */
  forget = async (): Promise<boolean> => {
    await this.forgetting.ask(() => forgetSite(this.#id));
    return this.forgetting.problem === null;
  };
}
