import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { stage } from '../../../preview/double';
import { here } from '../../place.svelte';
import RunsScreen from './RunsScreen.svelte';

describe('the list of runs', () => {
  it('opens a run with its report', async () => {
    render(RunsScreen);
    const [newest] = await screen.findAllByRole('button', { name: /Open the run of/ });
    await fireEvent.click(newest as HTMLElement);
    expect(here.place).toEqual({ at: 'run', run: '2026-11-23-1402' });
  });

  it('says so when there is none yet', async () => {
    stage({ runs: [] });
    render(RunsScreen);
    expect(await screen.findByText(/No certificate has been replaced/)).toBeTruthy();
  });
});
