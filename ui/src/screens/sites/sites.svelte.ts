// The saved sites: the list as the core orders it, a search, and a check of all of them.
import type { SiteRow } from '../../ipc/generated/SiteRow';
import { Asking } from '../../ipc/asking.svelte';
import { checkSite, listSites } from '../../ipc/ipc';

/** How many sites are asked at the same time. */
const AT_ONCE = 8;

export class SavedSites {
  readonly list = new Asking<SiteRow[]>();
  sought = $state('');
  checked = $state(0);
  toCheck = $state(0);
  readonly found = $derived.by(() => {
    const sought = this.sought.trim().toLocaleLowerCase();
    const rows = this.list.value ?? [];
    return sought ? rows.filter((row) => `${row.name} ${row.address}`.toLocaleLowerCase().includes(sought)) : rows;
  });

  load = (): Promise<unknown> => this.list.ask(listSites);

  /** Looks at every site; each answer is shown as it comes. One that cannot be reached says so in its own row. */
  checkAll = async (): Promise<void> => {
    const waiting = (this.list.value ?? []).map((row) => row.id);
    this.toCheck = waiting.length;
    this.checked = 0;
    const work = async (): Promise<void> => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        await this.#checkOne(id);
        this.checked++;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.toCheck = 0;
    await this.load();
  };

  async #checkOne(id: string): Promise<void> {
    try {
      const { row } = await checkSite(id);
      this.list.take((this.list.value ?? []).map((old) => (old.id === id ? row : old)));
    } catch {
      // The list that is loaded at the end tells what became of it.
    }
  }
}
