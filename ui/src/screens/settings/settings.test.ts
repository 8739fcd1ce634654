import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { asked } from '../../../preview/double';
import { app } from '../../../preview/views/app';
import { snapshot } from '../../snapshot.svelte';
import SettingsScreen from './SettingsScreen.svelte';

beforeEach(() => (snapshot.app = app));

describe('the settings', () => {
  it('keep a theme as soon as it is chosen', async () => {
    render(SettingsScreen);
    await fireEvent.click(screen.getByTestId('theme-dark'));
    expect(asked).toEqual([{ command: 'setSettings', with: [{ set: 'theme', theme: 'dark' }] }]);
  });

  it('keep the name of the operator when it is written', async () => {
    render(SettingsScreen);
    await fireEvent.change(screen.getByTestId('settings-operator'), { target: { value: ' Grace ' } });
    expect(asked).toEqual([{ command: 'setSettings', with: [{ set: 'operator', operator: 'Grace' }] }]);
  });

  it('keep the language that is chosen, by its own name, or the system’s', async () => {
    render(SettingsScreen);
    const select = screen.getByTestId<HTMLSelectElement>('settings-language');
    expect([...select.options].map(({ text }) => text)).toEqual(['As the system', 'Deutsch', 'English', '日本語']);
    await fireEvent.change(select, { target: { value: 'ja' } });
    await fireEvent.change(select, { target: { value: '' } });
    expect(asked.map(({ with: [change] }) => change)).toEqual([
      { set: 'language', language: 'ja' },
      { set: 'language', language: null },
    ]);
  });

  it('say that requests go straight to the sites', () => {
    render(SettingsScreen);
    expect(screen.getByText(/never through a proxy/)).toBeTruthy();
  });

  it('show the licences of the fonts that ship inside', () => {
    render(SettingsScreen);
    expect(screen.getAllByText(/SIL OPEN FONT LICENSE/i).length).toBeGreaterThanOrEqual(2);
  });
});
