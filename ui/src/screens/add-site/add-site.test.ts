import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asked, stage } from '../../../preview/double';
import { noKeyring } from '../../../preview/views/app';
import { problem } from '../../../preview/views/messages';
import { probe } from '../../../preview/views/plans';
import { paris } from '../../../preview/views/sites';
import AddSiteScreen from './AddSiteScreen.svelte';

const formSent = () => asked.find(({ command }) => command === 'addSite')?.with[0];
const commands = () => asked.map(({ command }) => command);

/** The window with an address in it, after somebody asked who answers there. */
async function looked(address = 'vcda.paris.example'): Promise<void> {
  render(AddSiteScreen);
  await expect.poll(() => document.activeElement).toBe(screen.getByTestId('site-address'));
  await fireEvent.input(screen.getByTestId('site-address'), { target: { value: address } });
  await fireEvent.click(screen.getByTestId('probe-site'));
  await screen.findByTestId('thumbprint');
}

describe('adding a site', () => {
  it('looks who answers before anything can be saved', async () => {
    await looked(' vcda.rome.example ');
    expect(asked.at(-1)).toEqual({ command: 'probeSite', with: ['vcda.rome.example'] });
    expect(screen.getByTestId('save-site')).toBeTruthy();
  });

  it('connects to an address that was offered when a person says so, and not before', async () => {
    stage({ offered: 'vcda.lisbon.example' });
    render(AddSiteScreen);
    const address = screen.getByTestId<HTMLInputElement>('site-address');
    await expect.poll(() => address.value).toBe('vcda.lisbon.example');
    expect(commands()).toEqual(['newSite']);
    await fireEvent.click(screen.getByTestId('probe-site'));
    expect(asked.at(-1)).toEqual({ command: 'probeSite', with: ['vcda.lisbon.example'] });
  });

  it('shows the whole thumbprint in sixteen groups', async () => {
    await looked();
    const shown = screen.getByTestId('thumbprint');
    for (const group of probe.certificate.groups) expect(shown.textContent).toContain(group);
  });

  it('hands what was pasted to the core as it is', async () => {
    await looked();
    const pasted = 'sha-256: 9c 04 a1 b7';
    await fireEvent.input(screen.getByTestId('expected-thumbprint'), { target: { value: pasted } });
    await fireEvent.click(screen.getByTestId('save-site'));
    expect(formSent()).toEqual({
      address: 'vcda.paris.example',
      expected: pasted,
      account: { kind: 'appliance' },
      remember: true,
      acceptUnverified: null,
    });
  });

  it('reads the clipboard through the core', async () => {
    await looked();
    await fireEvent.click(screen.getByTestId('paste-thumbprint'));
    const field = screen.getByTestId<HTMLTextAreaElement>('expected-thumbprint');
    await expect.poll(() => field.value).toBe(probe.certificate.thumbprint);
  });

  it('signs in by SSO when that is chosen', async () => {
    await looked();
    await fireEvent.click(screen.getByTestId('login-sso'));
    await fireEvent.input(screen.getByTestId('sso-username'), { target: { value: 'ada@vsphere.local' } });
    await fireEvent.click(screen.getByTestId('save-site'));
    expect(formSent()).toMatchObject({ account: { kind: 'sso', username: 'ada@vsphere.local' } });
  });

  it('remembers nothing where no keyring answers', async () => {
    stage({ app: noKeyring });
    await looked();
    const remember = screen.getByTestId<HTMLInputElement>('remember-password');
    expect([remember.disabled, remember.checked]).toEqual([true, false]);
    await fireEvent.click(screen.getByTestId('save-site'));
    expect(formSent()).toMatchObject({ remember: false });
  });

  it('forgets who answered as soon as the address is changed', async () => {
    await looked();
    await fireEvent.input(screen.getByTestId('site-address'), { target: { value: 'vcda.rome.example' } });
    expect(screen.queryByTestId('save-site')).toBeNull();
  });

  it('stays open and says why when the core refuses to save', async () => {
    stage({ refused: { addSite: problem('site.other_certificate', { site: 'Paris', seen: 'A', expected: 'B' }) } });
    await looked();
    await fireEvent.click(screen.getByTestId('save-site'));
    expect((await screen.findByRole('alert')).textContent).toContain('Paris shows another certificate');
  });

  it('leads to a site that is saved already', async () => {
    stage({ probe: { ...probe, known: paris } });
    render(AddSiteScreen);
    await fireEvent.input(screen.getByTestId('site-address'), { target: { value: 'vcda.paris.example' } });
    await fireEvent.click(screen.getByTestId('probe-site'));
    await fireEvent.click(await screen.findByText('Open Paris'));
    expect(asked.at(-1)).toEqual({ command: 'openKnownSite', with: ['paris'] });
  });

  it('is cancelled by Escape', async () => {
    render(AddSiteScreen);
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(commands()).toContain('cancelNewSite');
  });
});
