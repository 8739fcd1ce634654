import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { objections } from '../../../preview/axe';
import { asked, stage } from '../../../preview/double';
import { nobodyAnswers } from '../../../preview/views/sites';
import SecretEntryScreen from './SecretEntryScreen.svelte';

const field = () => screen.getByTestId<HTMLInputElement>('secret-input');
const sent = () => asked.filter(({ command }) => command === 'submitSecret').map(({ with: [bytes] }) => bytes);

describe('the secret window', () => {
  it('says what the password is for and begins in its only field', async () => {
    const { container } = render(SecretEntryScreen);
    expect(await screen.findByRole('heading', { name: 'Password of paris-2027.pfx' })).toBeTruthy();
    expect(document.activeElement).toBe(field());
    expect(await objections(container)).toEqual([]);
  });

  it('hands the password over as bytes and wipes the field', async () => {
    render(SecretEntryScreen);
    await fireEvent.input(field(), { target: { value: 'gëheim' } });
    await fireEvent.click(screen.getByTestId('secret-submit'));
    expect(sent()).toEqual([new TextEncoder().encode('gëheim')]);
    expect(field().value).toBe('');
  });

  it('sends nothing when nothing was typed', async () => {
    render(SecretEntryScreen);
    await fireEvent.submit(field());
    expect(sent()).toEqual([]);
  });

  it('is cancelled by Escape, and wipes the field', async () => {
    render(SecretEntryScreen);
    await fireEvent.input(field(), { target: { value: 'half a pass' } });
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(asked.at(-1)?.command).toBe('cancelSecret');
    expect(field().value).toBe('');
  });

  it('tells why a password was not taken and lets it be typed again', async () => {
    stage({ refused: { submitSecret: nobodyAnswers } });
    render(SecretEntryScreen);
    await fireEvent.input(field(), { target: { value: 'x' } });
    await fireEvent.click(screen.getByTestId('secret-submit'));
    expect((await screen.findByRole('alert')).textContent).toContain(nobodyAnswers.what);
    expect(document.activeElement).toBe(field());
  });
});
