// The files that are offered for a replacement, and the password of the one that is closed.
import type { BundleView } from '../ipc/generated/BundleView';
import { Asking } from '../ipc/asking.svelte';
import { inspectBundle, pickBundle, requestSecret } from '../ipc/ipc';

export class OfferedBundle {
  /** What was read last; it stays when a dialog is closed without a file. */
  readonly read = new Asking<BundleView | null>();
  readonly #site: () => string | Promise<string>;

  /** The site that the files are meant for. */
  constructor(site: () => string | Promise<string>) {
    this.#site = site;
  }

  browse = (): Promise<BundleView | null> =>
    this.#news(async (before) => (await pickBundle(await this.#site())) ?? before);

  /** Files that were dropped on the window or pasted into it. */
  take = (token: string): Promise<BundleView | null> => this.#news(() => this.#inspect(token));

  /** The file wants a password and has none, or the wrong one. */
  typePassword = (): Promise<BundleView | null> =>
    this.#news(async (before) => {
      if (!before) return before;
      const answer = await requestSecret({ purpose: 'bundle', target: before.token, remember: false });
      return answer === 'given' ? this.#inspect(before.token) : before;
    });

  async #inspect(token: string): Promise<BundleView> {
    return inspectBundle(token, await this.#site());
  }

  /** What was read, if that is anything new. */
  async #news(read: (before: BundleView | null) => Promise<BundleView | null>): Promise<BundleView | null> {
    const before = this.read.value;
    const after = await this.read.ask(() => read(before));
    return after === before ? null : after;
  }
}
