// The one place where a password is typed. It leaves as bytes and is wiped here; Rust closes the window.
import type { SecretPrompt } from '../../ipc/generated/SecretPrompt';
import { Asking } from '../../ipc/asking.svelte';
import { cancelSecret, secretPrompt, submitSecret } from '../../ipc/ipc';

export class SecretEntry {
  readonly prompt = new Asking<SecretPrompt>();
  readonly answer = new Asking<null>();

  open = (): Promise<unknown> => this.prompt.ask(secretPrompt);
  cancel = (): Promise<unknown> => this.answer.ask(cancelSecret);

  /** Takes what the field holds and empties it; the value is never kept in a variable that outlives the call. */
  submit = async (field: HTMLInputElement): Promise<void> => {
    const secret = new TextEncoder().encode(field.value);
    field.value = '';
    await this.answer.ask(() => submitSecret(secret));
    secret.fill(0);
  };
}
