import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { asked, stage } from '../../../preview/double';
import { app, runningLab } from '../../../preview/views/app';
import { summaries } from '../../../preview/views/runs';
import { fewSites, manySites, nobodyAnswers } from '../../../preview/views/sites';
import { here } from '../../place.svelte';
import { snapshot } from '../../snapshot.svelte';
import SitesScreen from './SitesScreen.svelte';
import { tell } from '../../words/tell';

const names = () => screen.getAllByTestId('site-row').map((row) => row.dataset.site);

// The list is asked for once the program as a whole is known.
beforeEach(() => {
  snapshot.app = app;
});

describe('the first start', () => {
  it('offers two doors', async () => {
    render(SitesScreen);
    await fireEvent.click(await screen.findByTestId('first-door-lab'));
    expect(here.place).toEqual({ at: 'lab' });
    await fireEvent.click(screen.getByTestId('first-door-add'));
    await expect.poll(() => here.place).toEqual({ at: 'site', id: 'paris' });
    const commands = asked.map(({ command }) => command).filter((command) => command !== 'listSites');
    expect(commands).toEqual(['openAddSite', 'requestSecret']);
  });
});

describe('the list of sites', () => {
  beforeEach(() => stage({ sites: fewSites }));

  it('keeps the order of the core and counts what needs attention', async () => {
    render(SitesScreen);
    await screen.findAllByTestId('site-row');
    expect(names()).toEqual(fewSites.map((row) => row.name));
    expect(screen.getByText('6 sites, 2 need attention')).toBeTruthy();
  });

  it('makes the site that needs attention first the next step', async () => {
    render(SitesScreen);
    const [first, second] = await screen.findAllByTestId('replace-certificate');
    expect(first?.className).toContain('primary');
    expect(second?.className).not.toContain('primary');
    await fireEvent.click(first as HTMLElement);
    expect(here.place).toEqual({ at: 'replace', id: 'paris' });
  });

  it('says the verdict in words even where a sentence stands in its place', async () => {
    render(SitesScreen);
    const verdict = (await screen.findByText(/Madrid pins the old one/)).textContent;
    expect(verdict).toBe('Old certificate: Madrid pins the old one');
  });

  it('finds a site by a part of its name or address', async () => {
    render(SitesScreen);
    const search = await screen.findByRole('searchbox');
    await fireEvent.input(search, { target: { value: 'LISB' } });
    expect(names()).toEqual(['Lisbon']);
    await fireEvent.input(search, { target: { value: 'vcda.oslo' } });
    expect(names()).toEqual(['Oslo']);
  });

  it('says so when nothing is found, and shows all again', async () => {
    render(SitesScreen);
    await fireEvent.input(await screen.findByRole('searchbox'), { target: { value: 'Atlantis' } });
    expect(screen.queryByTestId('site-row')).toBeNull();
    await fireEvent.click(screen.getByText('Show all sites'));
    expect(names()).toHaveLength(6);
  });

  it('checks every site once', async () => {
    render(SitesScreen);
    await fireEvent.click(await screen.findByTestId('check-all'));
    await expect.poll(() => screen.queryByTestId('waiting')).toBeNull();
    const checked = asked.filter(({ command }) => command === 'checkSite').map(({ with: [id] }) => id);
    expect(checked.sort()).toEqual(fewSites.map((row) => row.id).sort());
  });

  it('goes on checking when one site cannot be reached', async () => {
    stage({ sites: fewSites, refused: { checkSite: nobodyAnswers } });
    render(SitesScreen);
    await fireEvent.click(await screen.findByTestId('check-all'));
    await expect.poll(() => screen.queryByTestId('waiting')).toBeNull();
    expect(names()).toHaveLength(6);
  });

  it('is read again when the core says that something changed', async () => {
    render(SitesScreen);
    await screen.findAllByTestId('site-row');
    stage({ sites: manySites.slice(0, 3) });
    snapshot.app = { ...app, lab: runningLab };
    await expect.poll(names).toHaveLength(3);
  });

  it('shows five hundred sites', async () => {
    stage({ sites: manySites });
    render(SitesScreen);
    expect(await screen.findAllByTestId('site-row')).toHaveLength(500);
  });

  it('leads to a run that waits for somebody', async () => {
    snapshot.app = { ...app, openRuns: summaries.slice(0, 1) };
    render(SitesScreen);
    await fireEvent.click(await screen.findByRole('button', { name: 'Open the run at Paris' }));
    expect(here.place).toEqual({ at: 'run', run: '2026-11-23-1402' });
  });

  it('tells why it cannot be read and tries again', async () => {
    stage({ refused: { listSites: nobodyAnswers } });
    render(SitesScreen);
    expect((await screen.findByRole('alert')).textContent).toContain(tell(nobodyAnswers.message));
    stage({ sites: fewSites });
    await fireEvent.click(screen.getByText('Try again'));
    expect(await screen.findAllByTestId('site-row')).toHaveLength(6);
  });
});
