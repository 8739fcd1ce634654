import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { asked, stage } from '../../../preview/double';
import { app, noKeyring } from '../../../preview/views/app';
import { probe } from '../../../preview/views/plans';
import { nobodyAnswers, paris } from '../../../preview/views/sites';
import { here } from '../../place.svelte';
import { snapshot } from '../../snapshot.svelte';
import AddSiteScreen from './AddSiteScreen.svelte';

const formSent = () => asked.find(({ command }) => command === 'addSite')?.with[0];

beforeEach(() => (snapshot.app = app));

describe('adding a site', () => {
  it('looks who answers before anything can be saved', async () => {
    render(AddSiteScreen, { address: '' });
    expect(screen.queryByTestId('save-site')).toBeNull();
    await fireEvent.input(screen.getByTestId('site-address'), { target: { value: ' vcda.rome.example ' } });
    await fireEvent.click(screen.getByTestId('probe-site'));
    expect(await screen.findByTestId('thumbprint')).toBeTruthy();
    expect(asked).toEqual([{ command: 'probeSite', with: ['vcda.rome.example'] }]);
  });

  it('shows the whole thumbprint in sixteen groups', async () => {
    render(AddSiteScreen, { address: 'vcda.paris.example' });
    const shown = await screen.findByTestId('thumbprint');
    for (const group of probe.certificate.groups) expect(shown.textContent).toContain(group);
  });

  it('hands what was pasted to the core as it is', async () => {
    render(AddSiteScreen, { address: 'vcda.paris.example' });
    const pasted = 'sha-256: 9c 04 a1 b7';
    await fireEvent.input(await screen.findByTestId('expected-thumbprint'), { target: { value: pasted } });
    await fireEvent.click(screen.getByTestId('save-site'));
    expect(formSent()).toEqual({
      address: 'vcda.paris.example',
      expected: pasted,
      account: { kind: 'appliance' },
      remember: true,
      acceptUnverified: null,
    });
  });

  it('asks for the password in its own window, checks the site and opens it', async () => {
    render(AddSiteScreen, { address: 'vcda.paris.example' });
    await fireEvent.click(await screen.findByTestId('save-site'));
    await expect.poll(() => here.place).toEqual({ at: 'site', id: 'paris' });
    expect(asked.map(({ command }) => command)).toEqual(['probeSite', 'addSite', 'requestSecret', 'checkSite']);
  });

  it('signs in by SSO when that is chosen', async () => {
    render(AddSiteScreen, { address: 'vcda.paris.example' });
    await fireEvent.click(await screen.findByTestId('login-sso'));
    await fireEvent.input(screen.getByTestId('sso-username'), { target: { value: 'ada@vsphere.local' } });
    await fireEvent.click(screen.getByTestId('save-site'));
    expect(formSent()).toMatchObject({ account: { kind: 'sso', username: 'ada@vsphere.local' } });
  });

  it('remembers nothing where no keyring answers', async () => {
    snapshot.app = noKeyring;
    render(AddSiteScreen, { address: 'vcda.paris.example' });
    const remember = await screen.findByTestId<HTMLInputElement>('remember-password');
    expect([remember.disabled, remember.checked]).toEqual([true, false]);
    await fireEvent.click(screen.getByTestId('save-site'));
    expect(formSent()).toMatchObject({ remember: false });
  });

  it('forgets who answered as soon as the address is changed', async () => {
    render(AddSiteScreen, { address: 'vcda.paris.example' });
    await screen.findByTestId('save-site');
    await fireEvent.input(screen.getByTestId('site-address'), { target: { value: 'vcda.rome.example' } });
    expect(screen.queryByTestId('save-site')).toBeNull();
  });

  it('stays where it is when the core refuses to save', async () => {
    stage({ refused: { addSite: { ...nobodyAnswers, what: 'The thumbprint differs.' } } });
    here.go({ at: 'add-site', address: '' });
    render(AddSiteScreen, { address: 'vcda.paris.example' });
    await fireEvent.click(await screen.findByTestId('save-site'));
    expect((await screen.findByRole('alert')).textContent).toContain('The thumbprint differs.');
    expect(here.place.at).toBe('add-site');
  });

  it('leads to a site that is saved already', async () => {
    stage({ probe: { ...probe, known: paris } });
    render(AddSiteScreen, { address: 'vcda.paris.example' });
    await fireEvent.click(await screen.findByText('Open Paris'));
    expect(here.place).toEqual({ at: 'site', id: 'paris' });
  });
});
