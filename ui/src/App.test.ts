import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { objections } from '../preview/axe';
import { asked, send, stage } from '../preview/double';
import { scenes } from '../preview/scenes';
import { app } from '../preview/views/app';
import { nobodyAnswers } from '../preview/views/sites';
import App from './App.svelte';
import { here } from './place.svelte';
import { tell } from './words/tell';
import { followLanguage } from './words/language.svelte';

describe.each(Object.entries(scenes))('the window at %s', (_, scene) => {
  it('has one title, at most one next step, and nothing that axe objects to', async () => {
    stage(scene.core);
    here.go(scene.place);
    const { container } = render(App);
    for (const control of scene.press ?? []) {
      await fireEvent.click(await screen.findByTestId(control));
    }
    await waitFor(() => expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1));
    expect(container.querySelectorAll('.button.primary').length).toBeLessThanOrEqual(1);
    expect(await objections(container)).toEqual([]);
  });
});

describe('the window', () => {
  it('moves the focus to the title of a screen that is opened', async () => {
    render(App);
    await fireEvent.click(screen.getByTestId('nav-settings'));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Settings'));
    expect(screen.getByTestId('nav-settings').getAttribute('aria-current')).toBe('page');
  });

  it('wears the theme that the core keeps', async () => {
    stage({ app: { ...app, settings: { ...app.settings, theme: 'dark' } } });
    render(App);
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
  });

  it('speaks the language that the core keeps, all of it at once when that changes', async () => {
    followLanguage();
    stage({ app: { ...app, settings: { ...app.settings, language: 'de' } } });
    render(App);
    expect(await screen.findByText('Einstellungen')).toBeTruthy();
    expect(document.documentElement.lang).toBe('de');
    send({ kind: 'state', state: { ...app, settings: { ...app.settings, language: 'ja' } } });
    expect(await screen.findByText('設定')).toBeTruthy();
    expect(document.documentElement.lang).toBe('ja');
  });

  it('shows a problem that belongs to no screen until it is put away', async () => {
    render(App);
    await waitFor(() => expect(asked.some(({ command }) => command === 'watchApp')).toBe(true));
    send({ kind: 'problem', problem: nobodyAnswers });
    expect((await screen.findByRole('alert')).textContent).toContain(tell(nobodyAnswers.message));
    await fireEvent.click(screen.getByText('Dismiss'));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can be skipped to its content', async () => {
    render(App);
    await fireEvent.click(screen.getByText('Skip to the content'));
    expect(document.activeElement?.tagName).toBe('H1');
  });
});
