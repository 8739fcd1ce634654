// The one place where a password is typed. It leaves sealed and is wiped here; Rust closes the window.
import type { SecretAsked } from '../../ipc/generated/SecretAsked';
import { Asking } from '../../ipc/asking.svelte';
import { cancelSecret, secretPrompt, submitSecret } from '../../ipc/ipc';
import { sealed } from './sealing';

export class SecretEntry {
  readonly asked = new Asking<SecretAsked>();
  readonly answer = new Asking<null>();

  open = (): Promise<unknown> => this.asked.ask(secretPrompt);
  cancel = (): Promise<unknown> => this.answer.ask(cancelSecret);

  /** Takes what the field holds and empties it; the value is never kept in a variable that outlives the call. */
  submit = async (field: HTMLInputElement): Promise<void> => {
    // A key is used once: after a refusal there is another one.
    if (this.answer.problem) await this.open();
    const to = this.asked.value?.sealTo;
    if (!to) return;
    const secret = new TextEncoder().encode(field.value);
    field.value = '';
    await this.answer.ask(async () => submitSecret(await sealed(secret, to)));
    secret.fill(0);
  };
}
