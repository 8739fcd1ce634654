import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asked, stage } from '../../../preview/double';
import { neverChecked, nobodyAnswers, parisView } from '../../../preview/views/sites';
import { here } from '../../place.svelte';
import { snapshot } from '../../snapshot.svelte';
import SiteScreen from './SiteScreen.svelte';
import { tell } from '../../words/tell';

const commands = () => asked.map(({ command }) => command);

describe('a site', () => {
  it('shows each peer with both directions of trust', async () => {
    render(SiteScreen, { id: 'paris' });
    const madrid = (await screen.findAllByTestId('trust-row')).find((row) => row.dataset.peer === 'Madrid');
    const verdicts = [...(madrid?.querySelectorAll('[data-verdict]') ?? [])].map((mark) => mark.textContent?.trim());
    expect(verdicts).toEqual(['Old certificate', 'Same']);
  });

  it('reads what was seen last and does not look again by itself', async () => {
    render(SiteScreen, { id: 'paris' });
    await screen.findAllByTestId('trust-row');
    expect(commands()).toEqual(['site']);
  });

  it('is not said to have no peers before they were read', async () => {
    const replaced = { ...neverChecked, row: { ...parisView.row, canSignIn: true } };
    stage({ site: replaced });
    render(SiteScreen, { id: 'paris' });
    expect(await screen.findAllByText(/^Not read since/)).toHaveLength(2);
    expect(screen.queryByText(/has no peer sites/)).toBeNull();
  });

  it('is looked at once when nobody has looked yet', async () => {
    stage({ site: { ...neverChecked, row: { ...neverChecked.row, canSignIn: true } } });
    render(SiteScreen, { id: 'paris' });
    await expect.poll(commands).toEqual(['site', 'checkSite']);
  });

  it('is not looked at without a password, and offers to take it', async () => {
    stage({ site: neverChecked });
    render(SiteScreen, { id: 'paris' });
    await fireEvent.click(await screen.findByTestId('sign-in'));
    await expect.poll(commands).toEqual(['site', 'requestSecret', 'checkSite']);
  });

  it('keeps what was seen in view when a check fails', async () => {
    render(SiteScreen, { id: 'paris' });
    await screen.findAllByTestId('trust-row');
    stage({ refused: { checkSite: nobodyAnswers } });
    await fireEvent.click(screen.getByTestId('check-trust'));
    expect((await screen.findByRole('alert')).textContent).toContain(tell(nobodyAnswers.message));
    expect(screen.getAllByTestId('trust-row')).toHaveLength(parisView.peers.length);
  });

  it('names the owner of each on-premises site and what awaits it', async () => {
    render(SiteScreen, { id: 'paris' });
    const [nantes] = await screen.findAllByTestId('on-premises-row');
    expect(within(nantes as HTMLElement).getByText('clinic@system')).toBeTruthy();
    expect(within(nantes as HTMLElement).getByText('Must re-pair')).toBeTruthy();
  });

  it('offers peers from the pairing list as the next sites', async () => {
    render(SiteScreen, { id: 'paris' });
    await fireEvent.click(await screen.findByTestId('add-suggested'));
    expect(asked.find(({ command }) => command === 'openAddSite')?.with).toEqual(['vcda.lisbon.example']);
  });

  it('takes a dropped file to the screen that replaces its certificate', async () => {
    render(SiteScreen, { id: 'paris' });
    snapshot.dropped = 'dropped';
    await expect.poll(() => here.place).toEqual({ at: 'replace', id: 'paris' });
  });

  it('is forgotten on request', async () => {
    render(SiteScreen, { id: 'paris' });
    await fireEvent.click(await screen.findByTestId('forget-site'));
    await expect.poll(() => here.place).toEqual({ at: 'sites' });
    expect(asked.at(-1)).toEqual({ command: 'forgetSite', with: ['paris'] });
  });
});
