import { fireEvent, render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { asked, sendRun, stage } from '../../../preview/double';
import { runs } from '../../../preview/views/runs';
import { goodBundle } from '../../../preview/views/plans';
import { nobodyAnswers, parisView } from '../../../preview/views/sites';
import RunScreen from './RunScreen.svelte';
import { tell } from '../../words/tell';

const run = '2026-11-23-1402';
const open = (view: (typeof runs)[keyof typeof runs]) => {
  stage({ run: view });
  return render(RunScreen, { run });
};
const last = () => asked.at(-1);

describe('a run', () => {
  it('shows each step with its state', async () => {
    open(runs.restart);
    expect((await screen.findByTestId('step-import_certificate')).dataset.status).toBe('done');
    expect(screen.getByTestId('step-await_restart').dataset.status).toBe('running');
    expect(screen.getByTestId('step-write_report').dataset.status).toBe('waiting');
  });

  it('says what the restart has come to', async () => {
    open(runs.restart);
    expect((await screen.findByTestId('restart')).querySelector('[aria-current]')?.textContent).toContain('Down');
  });

  it('follows the core view by view', async () => {
    open(runs.restart);
    expect((await screen.findByTestId('run-status')).dataset.status).toBe('running');
    sendRun(runs.done);
    await expect.poll(() => screen.getByTestId('run-status').dataset.status).toBe('done');
    expect(screen.getByTestId('run-outcome').textContent).toBe(runs.done.outcome);
  });

  it('shows both halves of every peer', async () => {
    open(runs.repairing);
    const rows = await screen.findAllByTestId('peer-row');
    const halves = rows.map(({ dataset }) => [dataset.peer, dataset.atPeer, dataset.atLocal]);
    expect(halves).toContainEqual(['Lisbon', 'old', 'same']);
    expect(halves).toContainEqual(['Oslo', 'different', 'unknown']);
  });

  it('retries failed peers only', async () => {
    open(runs.attention);
    await fireEvent.click(await screen.findByTestId('retry-failed'));
    expect(last()).toEqual({ command: 'steerRun', with: [run, 'retry', null] });
  });

  it('offers no retry where nothing failed', async () => {
    open(runs.done);
    await screen.findByTestId('run-outcome');
    expect(screen.queryByTestId('retry-failed')).toBeNull();
  });

  it('goes on after an end that leaves something to do, and offers nothing after a good one', async () => {
    open(runs.refused);
    await fireEvent.click(await screen.findByTestId('resume-run'));
    expect(last()).toEqual({ command: 'steerRun', with: [run, 'resume', null] });
    sendRun(runs.notBack);
    await screen.findAllByText(/not come back/);
    expect(screen.getByTestId('resume-run')).toBeTruthy();
    expect(screen.queryByTestId('retry-failed')).toBeNull();
    sendRun(runs.done);
    await expect.poll(() => screen.queryByTestId('resume-run')).toBeNull();
  });

  it('takes its file again and goes on with it', async () => {
    stage({ run: runs.fileNeeded, sites: [parisView.row] });
    render(RunScreen, { run });
    await fireEvent.click(await screen.findByTestId('browse-bundle'));
    await expect.poll(last).toEqual({ command: 'steerRun', with: [run, 'resume', goodBundle.token] });
    expect(asked.find(({ command }) => command === 'pickBundle')?.with).toEqual(['paris']);
  });

  it('goes on with its file where that was pasted', async () => {
    stage({ run: runs.fileNeeded, sites: [parisView.row] });
    render(RunScreen, { run });
    await fireEvent.click(await screen.findByTestId('paste-bundle'));
    await expect.poll(last).toEqual({ command: 'steerRun', with: [run, 'resume', goodBundle.token] });
    expect(asked.find(({ command }) => command === 'inspectBundle')?.with).toEqual(['pasted', 'paris']);
  });

  it('pauses, and goes on where it was interrupted', async () => {
    open(runs.restart);
    await fireEvent.click(await screen.findByTestId('pause-run'));
    expect(last()).toEqual({ command: 'steerRun', with: [run, 'pause', null] });
    sendRun(runs.interrupted);
    await fireEvent.click(await screen.findByTestId('resume-run'));
    expect(last()).toEqual({ command: 'steerRun', with: [run, 'resume', null] });
  });

  it('saves its report in both forms and says where', async () => {
    open(runs.done);
    await fireEvent.click(await screen.findByTestId('save-report-html'));
    await expect.poll(() => screen.getByTestId('report-path').textContent).toContain(`/home/ada/${run}.html`);
    await fireEvent.click(screen.getByTestId('save-report-json'));
    await expect.poll(() => screen.getByTestId('report-path').textContent).toContain(`/home/ada/${run}.json`);
  });

  it('tells of the keystore that an import leaves behind', async () => {
    open(runs.done);
    expect((await screen.findByTestId('backup')).textContent).toContain('keystore.p12.bak');
  });

  it('shows no new certificate when the appliance refused it', async () => {
    open(runs.refused);
    await screen.findByTestId('run-outcome');
    expect(screen.queryByRole('region', { name: 'The new certificate' })).toBeNull();
  });

  it('tells when it cannot be watched', async () => {
    stage({ refused: { watchRun: nobodyAnswers } });
    render(RunScreen, { run });
    expect((await screen.findByRole('alert')).textContent).toContain(tell(nobodyAnswers.message));
  });
});

describe('a question of a run', () => {
  const answers = () => asked.filter(({ command }) => command === 'answerQuestion').map((answer) => answer.with);

  it('begins at what is asked', async () => {
    open(runs.question);
    const title = await screen.findByRole('heading', { name: runs.question.question.what });
    expect(document.activeElement).toBe(title);
  });

  it('is answered by the name of the answer alone: what it needs is asked for in a window of its own', async () => {
    open(runs.question);
    const panel = await screen.findByTestId('question');
    expect(panel.querySelector('input, textarea')).toBeNull();
    await fireEvent.click(screen.getByTestId('answer-unverified'));
    expect(answers()).toEqual([[run, 'q1', 'unverified']]);
  });
});
