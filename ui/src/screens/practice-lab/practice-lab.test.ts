import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { asked, stage } from '../../../preview/double';
import { app, runningLab } from '../../../preview/views/app';
import { nobodyAnswers } from '../../../preview/views/sites';
import { snapshot } from '../../snapshot.svelte';
import PracticeLabScreen from './PracticeLabScreen.svelte';
import { tell } from '../../words/tell';

beforeEach(async () => {
  snapshot.app = app;
  await snapshot.watch();
});

describe('the practice lab', () => {
  it('starts the scenario that was chosen', async () => {
    render(PracticeLabScreen);
    await fireEvent.input(screen.getByTestId('lab-peers'), { target: { value: '10' } });
    await fireEvent.click(screen.getByTestId('lab-pace-instant'));
    await fireEvent.click(screen.getByTestId('start-lab'));
    expect(asked.at(-1)).toEqual({
      command: 'startLab',
      with: [{ peers: 10, onPremises: 2, version: '4.7', pace: 'instant' }],
    });
  });

  it('tells where the ready file is and its password', async () => {
    snapshot.app = { ...app, lab: runningLab };
    render(PracticeLabScreen);
    expect(screen.getByTestId('lab-bundle-path').textContent).toBe(runningLab.bundlePath);
    expect(screen.getByTestId('lab-bundle-password').textContent).toBe(runningLab.bundlePassword);
  });

  it('switches a fault on and off', async () => {
    stage({ app: { ...app, lab: { ...runningLab, faults: [] } } });
    await snapshot.watch();
    render(PracticeLabScreen);
    await fireEvent.click(await screen.findByTestId('fault-restart-hangs'));
    expect(asked.at(-1)).toEqual({ command: 'setLabFault', with: ['restart-hangs', true] });
    await expect.poll(() => screen.getByText('1 fault switched on.')).toBeTruthy();
  });

  it('starts the same lab again when it is reset', async () => {
    stage({ app: { ...app, lab: { ...runningLab, peers: 7 } } });
    await snapshot.watch();
    render(PracticeLabScreen);
    await fireEvent.click(await screen.findByTestId('reset-lab'));
    await expect.poll(() => asked.at(-1)?.command).toBe('startLab');
    expect(asked.at(-1)?.with[0]).toMatchObject({ peers: 7, version: '4.7' });
  });

  it('tells why it could not start', async () => {
    stage({ refused: { startLab: nobodyAnswers } });
    render(PracticeLabScreen);
    await fireEvent.click(screen.getByTestId('start-lab'));
    expect((await screen.findByRole('alert')).textContent).toContain(tell(nobodyAnswers.message));
  });
});
