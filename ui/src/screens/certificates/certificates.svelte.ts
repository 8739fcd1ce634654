// Whatever files people have, and what the core makes of them. Every wish is answered with the whole picture.
import type { DoctorView } from '../../ipc/generated/DoctorView';
import type { DoctorWish } from '../../ipc/generated/DoctorWish';
import { Asking } from '../../ipc/asking.svelte';
import { askDoctor } from '../../ipc/ipc';
import { say } from '../../words/say';

/** The wishes that take time; the others are done at once. */
const slow = [
  'browse',
  'take',
  'password',
  'choose',
  'openAnyway',
  'completeFromMachine',
  'completeFromAddress',
  'compare',
  'make',
] as const satisfies readonly DoctorWish['kind'][];

export class Doctor {
  readonly view = new Asking<DoctorView>();
  #wish: DoctorWish['kind'] = $state('look');

  /** What is under way, as a sentence. */
  get waiting(): string | null {
    const wish = slow.find((kind) => kind === this.#wish);
    return this.view.busy && wish ? say(`window-certificates-doing-${wish}`) : null;
  }

  wish = (wish: DoctorWish): Promise<DoctorView | null> => {
    this.#wish = wish.kind;
    return this.view.ask(() => askDoctor(wish));
  };

  /** Brings files. Where a password is all that one new file lacks, it is asked for at once. */
  offer = async (wish: DoctorWish): Promise<void> => {
    const before = this.view.value?.files.length ?? 0;
    const answer = await this.wish(wish);
    const closed = (answer?.files.slice(before) ?? []).filter((file) => file.answer === 'passwordNeeded');
    const [file, ...others] = closed;
    if (file && others.length === 0) await this.wish({ kind: 'password', file: file.id });
  };
}
