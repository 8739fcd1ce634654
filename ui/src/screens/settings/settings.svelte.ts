// Settings are kept as soon as they are changed; the core answers with what it kept.
import type { Settings } from '../../ipc/generated/Settings';
import type { SettingsChange } from '../../ipc/generated/SettingsChange';
import { Asking } from '../../ipc/asking.svelte';
import { setSettings } from '../../ipc/ipc';

export class KeptSettings {
  readonly kept = new Asking<Settings>();

  change = (change: SettingsChange): Promise<unknown> => this.kept.ask(() => setSettings(change));
}
