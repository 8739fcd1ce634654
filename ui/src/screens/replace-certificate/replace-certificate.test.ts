import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asked, stage } from '../../../preview/double';
import { brokenBundle, goodBundle, protectedBundle, refusedPlan } from '../../../preview/views/plans';
import { here } from '../../place.svelte';
import { snapshot } from '../../snapshot.svelte';
import ReplaceCertificateScreen from './ReplaceCertificateScreen.svelte';

const commands = () => asked.map(({ command }) => command).filter((command) => command !== 'site');
const open = () => render(ReplaceCertificateScreen, { id: 'paris' });
const browse = async () => fireEvent.click(await screen.findByTestId('browse-bundle'));
const start = () => screen.getByTestId<HTMLButtonElement>('start-rotation');

it('leads to a request where there is no certificate yet', async () => {
  open();
  await fireEvent.click(await screen.findByTestId('choose-request'));
  expect(here.place).toEqual({ at: 'requests', site: 'paris' });
});

describe('an import', () => {
  it('shows the plan by itself once the file is read', async () => {
    open();
    await browse();
    expect(await screen.findByTestId('plan')).toBeTruthy();
    expect(commands()).toEqual(['pickBundle', 'preparePlan']);
    expect(screen.getByTestId('plan-status').textContent).toContain('Nothing has been changed yet.');
  });

  it('takes what was pasted, and keeps the text from the page', async () => {
    open();
    await fireEvent.click(await screen.findByTestId('paste-bundle'));
    await expect
      .poll(() => asked.find(({ command }) => command === 'inspectBundle')?.with)
      .toEqual(['pasted', 'paris']);
  });

  it('shows old and new side by side and takes the focus to what will happen', async () => {
    open();
    await browse();
    expect(await screen.findByRole('region', { name: 'In use' })).toBeTruthy();
    expect(await screen.findByRole('region', { name: 'paris-2027.pfx' })).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('What will happen'));
  });

  it('starts with the plan that was shown and opens its run', async () => {
    open();
    await browse();
    await waitFor(() => expect(start().disabled).toBe(false));
    await fireEvent.click(start());
    await expect.poll(() => here.place).toEqual({ at: 'run', run: '2026-11-23-1402' });
    expect(asked.at(-1)).toEqual({ command: 'startRotation', with: ['p1'] });
  });

  it('makes no plan for a file that breaks a promise', async () => {
    stage({ bundle: brokenBundle });
    open();
    await browse();
    const broken = (await screen.findAllByTestId('promise')).filter((promise) => promise.dataset.kept === 'no');
    expect(broken.map((promise) => promise.dataset.name)).toEqual(['key_matches']);
    expect(commands()).toEqual(['pickBundle']);
    expect(start().disabled).toBe(true);
  });

  it('changes nothing when the dialog is closed', async () => {
    stage({ bundle: null });
    open();
    await browse();
    await expect.poll(commands).toEqual(['pickBundle']);
    expect(screen.getByTestId('drop-zone')).toBeTruthy();
  });

  it('takes the password again when the first one was wrong', async () => {
    stage({ bundle: protectedBundle });
    open();
    await browse();
    const again = await screen.findByTestId('type-bundle-password');
    stage({ bundle: goodBundle });
    await fireEvent.click(again);
    expect(await screen.findByTestId('plan')).toBeTruthy();
    expect(commands()).toEqual(['requestSecret', 'inspectBundle', 'preparePlan']);
  });

  it('takes a file that was dropped on the window', async () => {
    open();
    snapshot.dropped = 'dropped';
    expect(await screen.findByTestId('plan')).toBeTruthy();
    expect(asked.find(({ command }) => command === 'inspectBundle')?.with).toEqual(['dropped', 'paris']);
    expect(snapshot.dropped).toBeNull();
  });
});

describe('a plan', () => {
  it('cannot be started while a peer is not ready, and leads to that peer', async () => {
    stage({ plan: refusedPlan });
    open();
    await browse();
    expect(await screen.findByText(/^The only peer site of Paris cannot be repaired/)).toBeTruthy();
    expect(start().disabled).toBe(true);
    expect(screen.getByTestId('plan-status').textContent).toContain('This cannot start yet');
    await fireEvent.click(screen.getByText('Open Madrid'));
    expect(here.place).toEqual({ at: 'site', id: 'madrid' });
  });

  it('that a person did not agree to leaves everything as it was', async () => {
    stage({ started: null });
    open();
    await browse();
    await waitFor(() => expect(start().disabled).toBe(false));
    await fireEvent.click(start());
    await expect.poll(() => commands().at(-1)).toBe('startRotation');
    expect(here.place).toEqual({ at: 'sites' });
    expect(screen.getByTestId('plan')).toBeTruthy();
  });

  it('of a regeneration needs no file', async () => {
    open();
    await fireEvent.click(await screen.findByTestId('choose-regenerate'));
    expect(await screen.findByTestId('plan')).toBeTruthy();
    expect(asked.find(({ command }) => command === 'preparePlan')?.with).toEqual(['paris', null]);
  });

  it('is asked for again with the same file', async () => {
    open();
    await browse();
    await screen.findByTestId('plan');
    await fireEvent.click(screen.getByText('Check again'));
    await screen.findByTestId('plan');
    const plans = asked.filter(({ command }) => command === 'preparePlan').map((question) => question.with);
    expect(plans).toEqual([
      ['paris', 'b1'],
      ['paris', 'b1'],
    ]);
  });
});
