// Requests for certificates: the form for a new one, and those that wait. Every wish is answered with the whole picture.
import type { RequestsView } from '../../ipc/generated/RequestsView';
import type { RequestsWish } from '../../ipc/generated/RequestsWish';
import { Asking } from '../../ipc/asking.svelte';
import { askRequests } from '../../ipc/ipc';
import { say } from '../../words/say';

/** The wishes that take time; the others are done at once. */
const slow = ['make', 'save'] as const satisfies readonly RequestsWish['kind'][];

export class Requests {
  readonly view = new Asking<RequestsView>();
  /** One name a line; the first one becomes the common name. */
  names = $state('');
  bits = $state(2048);
  /** The site that the next request is for; empty for none. */
  site = $state('');
  #wish: RequestsWish['kind'] = $state('look');

  /** What is under way, as a sentence. */
  get waiting(): string | null {
    const wish = slow.find((kind) => kind === this.#wish);
    return this.view.busy && wish ? say(`window-requests-doing-${wish}`) : null;
  }

  /** The names that were typed, without empty lines. */
  get wanted(): string[] {
    return this.names
      .split(/[\n,;]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
  }

  wish = (wish: RequestsWish): Promise<RequestsView | null> => {
    this.#wish = wish.kind;
    return this.view.ask(() => askRequests(wish));
  };

  /** Chooses a site: its names are filled in. */
  choose = async (site: string): Promise<void> => {
    this.site = site;
    const answer = await this.wish({ kind: 'look', site: site || null });
    if (answer && site) this.names = answer.names.join('\n');
  };

  make = async (): Promise<void> => {
    await this.wish({ kind: 'make', names: this.wanted, bits: this.bits, site: this.site || null });
  };
}
