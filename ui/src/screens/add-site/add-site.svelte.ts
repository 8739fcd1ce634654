// Adding a site: look who answers, say how it was recognised and how to sign in, then save and check it.
import type { AddSite } from '../../ipc/generated/AddSite';
import type { ProbeView } from '../../ipc/generated/ProbeView';
import type { SiteRow } from '../../ipc/generated/SiteRow';
import { Asking } from '../../ipc/asking.svelte';
import { addSite, checkSite, probeSite, requestSecret } from '../../ipc/ipc';

export class NewSite {
  address = $state('');
  expected = $state('');
  unverified = $state('');
  kind: 'appliance' | 'sso' = $state('appliance');
  username = $state('administrator@vsphere.local');
  remember = $state(true);
  readonly probe = new Asking<ProbeView>();
  readonly saved = new Asking<SiteRow>();
  /** What is under way after Add was pressed. */
  doing = $state('');

  constructor(address: string) {
    this.address = address;
  }

  look = (): Promise<unknown> => this.probe.ask(() => probeSite(this.address.trim()));

  /** Saves the site, asks for its password and checks it; the site's id when it is saved. */
  add = async (canRemember: boolean): Promise<string | null> => {
    const remember = this.remember && canRemember;
    const form: AddSite = {
      address: this.probe.value?.address ?? this.address.trim(),
      expected: this.expected.trim() || null,
      account: this.kind === 'appliance' ? { kind: 'appliance' } : { kind: 'sso', username: this.username.trim() },
      remember,
      acceptUnverified: this.unverified.trim() || null,
    };
    this.doing = 'Saving the site';
    const row = await this.saved.ask(() => addSite(form));
    if (row) await this.#signIn(row, remember);
    this.doing = '';
    return row?.id ?? null;
  };

  /** What fails here is told by the site's own screen, where it can be tried again. */
  async #signIn(row: SiteRow, remember: boolean): Promise<void> {
    try {
      if (!row.canSignIn) {
        this.doing = 'Waiting for the password in its own window';
        const answer = await requestSecret({ purpose: 'site', target: row.id, remember });
        if (answer === 'cancelled') return;
      }
      this.doing = `Signing in at ${row.name}`;
      await checkSite(row.id);
    } catch {
      return;
    }
  }
}
