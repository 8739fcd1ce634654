import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asked, stage } from '../../../preview/double';
import { replyFound } from '../../../preview/views/doctor';
import { noRequests, oneMade, several } from '../../../preview/views/requests';
import { here } from '../../place.svelte';
import RequestsScreen from './RequestsScreen.svelte';

const wishes = () => asked.filter(({ command }) => command === 'askRequests').map(({ with: [wish] }) => wish);
const press = async (handle: string) => fireEvent.click(await screen.findByTestId(handle));
const names = () => screen.findByTestId<HTMLTextAreaElement>('request-names');

describe('a new request', () => {
  it('is filled in for the site it was asked for', async () => {
    render(RequestsScreen, { site: 'paris' });
    await expect.poll(async () => (await names()).value).toBe(noRequests.names.join('\n'));
    expect((await screen.findByTestId<HTMLSelectElement>('request-site')).value).toBe('paris');
    await press('request-bits-3072');
    await press('make-request');
    expect(wishes().at(-1)).toEqual({ kind: 'make', names: noRequests.names, bits: 3072, site: 'paris' });
  });

  it('wants a name first', async () => {
    render(RequestsScreen, { site: '' });
    const make = await screen.findByTestId<HTMLButtonElement>('make-request');
    expect(make.disabled).toBe(true);
    await fireEvent.input(await names(), { target: { value: ' a.example \n\n10.0.0.7' } });
    await press('make-request');
    expect(wishes().at(-1)).toEqual({ kind: 'make', names: ['a.example', '10.0.0.7'], bits: 2048, site: null });
  });

  it('says what to do with it', async () => {
    stage({ requests: oneMade });
    render(RequestsScreen, { site: '' });
    expect((await screen.findByTestId('request-made')).textContent).toContain('drop it anywhere');
  });
});

describe('a reply', () => {
  it('is chosen here and told about where certificates are', async () => {
    stage({ requests: several, doctor: replyFound });
    render(RequestsScreen, { site: '' });
    await press('browse-reply');
    await expect.poll(() => here.place).toEqual({ at: 'certificates' });
    expect(asked.at(-1)).toEqual({ command: 'askDoctor', with: [{ kind: 'browse' }] });
  });
});

describe('requests that wait', () => {
  it('tell their age, and are saved and forgotten by name', async () => {
    stage({ requests: several });
    render(RequestsScreen, { site: '' });
    const [first, second, third] = await screen.findAllByTestId('waiting-request');
    expect(second?.textContent).toContain('23 days ago');
    expect([first, third].map((row) => row?.dataset['answered'])).toEqual(['false', 'true']);
    await fireEvent.click(screen.getByRole('button', { name: 'Save the request for *.berlin.example' }));
    await fireEvent.click(screen.getByRole('button', { name: 'Forget the request for *.berlin.example' }));
    expect(wishes().slice(1)).toEqual([
      { kind: 'save', id: 'wild' },
      { kind: 'forget', id: 'wild' },
    ]);
  });
});
