// Whatever files people have, and what the core makes of them. Every wish is answered with the whole picture.
import type { DoctorView } from '../../ipc/generated/DoctorView';
import type { DoctorWish } from '../../ipc/generated/DoctorWish';
import { Asking } from '../../ipc/asking.svelte';
import { askDoctor } from '../../ipc/ipc';

/** What is said while a wish is carried out; the others are done at once. */
const underWay: Partial<Record<DoctorWish['kind'], string>> = {
  browse: 'Reading the files you choose',
  take: 'Reading what was dropped or pasted',
  password: 'Waiting for the password',
  choose: 'Opening the files for the entry that you chose',
  openAnyway: 'Opening the file; this takes as long as the estimate says',
  completeFromMachine: 'Looking among the certificates that this computer trusts',
  completeFromAddress: 'Fetching the issuer from the address in the certificate',
  compare: 'Looking at what is in use',
  make: 'Making the file for the appliance',
};

export class Doctor {
  readonly view = new Asking<DoctorView>();
  #wish: DoctorWish['kind'] = $state('look');

  /** What is under way, as a sentence. */
  get waiting(): string | null {
    return this.view.busy ? (underWay[this.#wish] ?? null) : null;
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
