// Adding a site from any screen: its own window saves it, then its password is asked for and its screen opens.
import type { AddedSite } from './ipc/generated/AddedSite';
import { asProblem } from './ipc/asking.svelte';
import { openAddSite, requestSecret } from './ipc/ipc';
import { go } from './place.svelte';
import { snapshot } from './snapshot.svelte';

/** Nothing happens where the window is closed. */
export async function addSite(address: string): Promise<void> {
  try {
    const added = await openAddSite(address);
    if (added) await open(added);
  } catch (refusal) {
    snapshot.tell(asProblem(refusal));
  }
}

/** Without a password the site's own screen says so, and asks again. */
async function open({ id, canSignIn, remember }: AddedSite): Promise<void> {
  go({ at: 'site', id });
  if (canSignIn) return;
  const answer = await requestSecret({ purpose: 'site', target: id, remember });
  if (answer === 'given') snapshot.signedIn = id;
}
