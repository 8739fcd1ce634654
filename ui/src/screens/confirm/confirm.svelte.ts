// What a person agrees to before it happens. The core asks, and the core hears the answer; the main page does neither.
import type { Confirmation } from '../../ipc/generated/Confirmation';
import { Asking } from '../../ipc/asking.svelte';
import { agree, confirmation, decline } from '../../ipc/ipc';

/** A press that was meant for another window finds no button that takes it. */
export const SETTLING = 600;

export class Agreement {
  readonly asked = new Asking<Confirmation>();
  readonly answer = new Asking<null>();
  typed = $state('');
  decided = $state(false);
  /** The window has been in view long enough to be read, or at least to be seen. */
  settled = $state(false);

  open = (): Promise<unknown> => this.asked.ask(confirmation);

  settle = (): (() => void) => {
    const settling = setTimeout(() => (this.settled = true), SETTLING);
    return () => clearTimeout(settling);
  };

  /** Everything that the answer needs is there. */
  get mayAgree(): boolean {
    const asked = this.asked.value;
    if (!asked || !this.settled) return false;
    const isTyped = !(asked.wantsThumbprint || asked.wantsTyped !== null) || this.typed.trim() !== '';
    return isTyped && (asked.toDecide === null || this.decided);
  }

  agree = async (): Promise<void> => {
    if (this.mayAgree) await this.answer.ask(() => agree(this.typed.trim() || null));
  };

  decline = (): Promise<unknown> => this.answer.ask(decline);
}
