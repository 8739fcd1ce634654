import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { objections } from '../../../preview/axe';
import { asked, stage } from '../../../preview/double';
import { alone, isItTheNewOne } from '../../../preview/views/confirmations';
import { probe } from '../../../preview/views/plans';
import { nobodyAnswers } from '../../../preview/views/sites';
import ConfirmScreen from './ConfirmScreen.svelte';
import { tell } from '../../words/tell';

const button = () => screen.getByTestId<HTMLButtonElement>('agree');
const canBePressed = () => waitFor(() => expect(button().disabled).toBe(false), { timeout: 3000 });
const agreed = () => asked.filter(({ command }) => command === 'agree').map(({ with: [typed] }) => typed);

describe('the window in which a person agrees', () => {
  it('shows the site, old and new and how many peers, and begins at its title', async () => {
    const { container } = render(ConfirmScreen);
    const title = await screen.findByRole('heading', { name: 'Replace the certificate of Paris?' });
    await waitFor(() => expect(document.activeElement).toBe(title));
    expect(screen.getByText('3 of 3 are repaired, at both ends: Berlin, Madrid, Lisbon.')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'In use now' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'The new one' })).toBeTruthy();
    expect(await objections(container)).toEqual([]);
  });

  it('takes no press that was meant for the window before it', async () => {
    render(ConfirmScreen);
    await screen.findByText('Replace the certificate of Paris');
    expect(button().disabled).toBe(true);
    await canBePressed();
    await fireEvent.click(button());
    expect(agreed()).toEqual([null]);
  });

  it('wants a decision of its own where the plan leaves one', async () => {
    stage({ confirmation: alone });
    render(ConfirmScreen);
    const box = await screen.findByTestId('confirm-decided');
    await new Promise((later) => setTimeout(later, 700));
    expect(button().disabled).toBe(true);
    await fireEvent.click(box);
    await canBePressed();
  });

  it('takes the thumbprint from the clipboard through the core', async () => {
    stage({ confirmation: isItTheNewOne });
    render(ConfirmScreen);
    await fireEvent.click(await screen.findByTestId('paste-thumbprint'));
    await canBePressed();
    await fireEvent.click(button());
    expect(agreed()).toEqual([probe.certificate.thumbprint]);
    expect(asked.some(({ command }) => command === 'pastedThumbprint')).toBe(true);
  });

  it('stays open and says why where the core does not take the answer', async () => {
    stage({ refused: { agree: nobodyAnswers } });
    render(ConfirmScreen);
    await canBePressed();
    await fireEvent.click(button());
    expect((await screen.findByRole('alert')).textContent).toContain(tell(nobodyAnswers.message));
  });

  it('is declined by Escape', async () => {
    render(ConfirmScreen);
    await fireEvent.keyDown(window, { key: 'Escape' });
    expect(asked.at(-1)?.command).toBe('decline');
  });
});
