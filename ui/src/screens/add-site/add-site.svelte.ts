// Adding a site: its address, who answers there, what agrees with that, and saving it. The core closes the window then.
import type { AddSite } from '../../ipc/generated/AddSite';
import type { NewSite as Start } from '../../ipc/generated/NewSite';
import type { ProbeView } from '../../ipc/generated/ProbeView';
import { Asking } from '../../ipc/asking.svelte';
import { addSite, cancelNewSite, newSite, openKnownSite, probeSite } from '../../ipc/ipc';

export class NewSite {
  readonly start = new Asking<Start>();
  address = $state('');
  expected = $state('');
  unverified = $state('');
  kind: 'appliance' | 'sso' = $state('appliance');
  username = $state('administrator@vsphere.local');
  remember = $state(true);
  readonly probe = new Asking<ProbeView>();
  readonly saved = new Asking<null>();

  /** An address that was offered is looked at when a person says so, not before. */
  open = async (): Promise<void> => {
    const start = await this.start.ask(newSite);
    // Somebody may be typing already.
    this.address ||= start?.address ?? '';
  };

  look = (): Promise<unknown> => this.probe.ask(() => probeSite(this.address.trim()));

  add = (): Promise<unknown> => {
    const form: AddSite = {
      address: this.probe.value?.address ?? this.address.trim(),
      expected: this.expected.trim() || null,
      account: this.kind === 'appliance' ? { kind: 'appliance' } : { kind: 'sso', username: this.username.trim() },
      remember: this.remember && (this.start.value?.keyring.available ?? false),
      acceptUnverified: this.unverified.trim() || null,
    };
    return this.saved.ask(() => addSite(form));
  };

  openKnown = (id: string): Promise<unknown> => this.saved.ask(() => openKnownSite(id));
  cancel = (): Promise<unknown> => this.saved.ask(cancelNewSite);
}
