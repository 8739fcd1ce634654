import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { objections } from '../../../preview/axe';
import { asked, stage } from '../../../preview/double';
import { opener } from '../../../preview/opener';
import { nobodyAnswers } from '../../../preview/views/sites';
import SecretEntryScreen from './SecretEntryScreen.svelte';
import { tell } from '../../words/tell';

const field = () => screen.getByTestId<HTMLInputElement>('secret-input');
const sent = () => asked.filter(({ command }) => command === 'submitSecret').map(({ with: [bytes] }) => bytes);

beforeEach(() => stage({ sealTo: opener.publicKey }));

describe('the secret window', () => {
  it('says what the password is for and begins in its only field', async () => {
    const { container } = render(SecretEntryScreen);
    expect(await screen.findByRole('heading', { name: 'Password of paris-2027.pfx' })).toBeTruthy();
    expect(document.activeElement).toBe(field());
    expect(await objections(container)).toEqual([]);
  });

  it('hands the password over sealed to the key it was given, and wipes the field', async () => {
    render(SecretEntryScreen);
    await screen.findByRole('heading', { name: 'Password of paris-2027.pfx' });
    await fireEvent.input(field(), { target: { value: 'gëheim' } });
    await fireEvent.click(screen.getByTestId('secret-submit'));
    await expect.poll(() => sent().length).toBe(1);
    const [message] = sent() as Uint8Array[];
    if (!message) throw new Error('nothing was sent');
    expect(new TextDecoder('latin1').decode(message)).not.toContain('heim');
    expect(opener.open(message)).toBe('gëheim');
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
    stage({ sealTo: opener.publicKey, refused: { submitSecret: nobodyAnswers } });
    render(SecretEntryScreen);
    await screen.findByRole('heading', { name: 'Password of paris-2027.pfx' });
    await fireEvent.input(field(), { target: { value: 'x' } });
    await fireEvent.click(screen.getByTestId('secret-submit'));
    expect((await screen.findByRole('alert')).textContent).toContain(tell(nobodyAnswers.message));
    await expect.poll(() => document.activeElement).toBe(field());
  });
});
