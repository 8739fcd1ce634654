// The practice lab: what to start, and what the core says about the one that runs.
import type { LabScenario } from '../../ipc/generated/LabScenario';
import { Asking } from '../../ipc/asking.svelte';
import { setLabFault, startLab, stopLab } from '../../ipc/ipc';

export const versions = ['4.7', '4.6', '4.5', '4.4', '4.3', '4.2'];

export class Lab {
  scenario: LabScenario = $state({ peers: 3, onPremises: 2, version: '4.7', pace: 'likeReal' });
  readonly starting = new Asking<unknown>();
  readonly stopping = new Asking<unknown>();
  readonly fault = new Asking<unknown>();

  start = (): Promise<unknown> => this.starting.ask(() => startLab($state.snapshot(this.scenario)));
  stop = (): Promise<unknown> => this.stopping.ask(stopLab);
  setFault = (name: string, on: boolean): Promise<unknown> => this.fault.ask(() => setLabFault(name, on));

  /** The same lab again, as it was at its start. */
  reset = async (): Promise<void> => {
    await this.stop();
    if (!this.stopping.problem) await this.start();
  };
}
