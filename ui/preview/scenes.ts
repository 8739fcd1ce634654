// Every state worth a picture: where in the window, and what the core says.
import type { Place } from '../src/place.svelte';
import type { Core } from './double';
import { app, noKeyring, runningLab } from './views/app';
import { alone, isItTheNewOne } from './views/confirmations';
import {
  everyAnswer,
  forParis,
  longChain,
  oddNames,
  oneGoodFile,
  passwordMissing,
  replyFound,
  strayReply,
  withoutKey,
} from './views/doctor';
import { brokenBundle, protectedBundle, refusedPlan } from './views/plans';
import { oneMade, several } from './views/requests';
import { runs, summaries } from './views/runs';
import { fewSites, manySites, neverChecked, nobodyAnswers } from './views/sites';

export interface Scene {
  place: Place;
  core: Partial<Core>;
  /** Controls to press, one after the other, by data-testid. */
  press?: string[];
}

const replace: Place = { at: 'replace', id: 'paris' };
const doctor = (view: Core['doctor']): Scene => ({ place: { at: 'certificates' }, core: { doctor: view } });
const run = (view: Core['run']): Scene => ({ place: { at: 'run', run: view.run }, core: { run: view } });

export const scenes: Record<string, Scene> = {
  'sites-first-start': { place: { at: 'sites' }, core: {} },
  sites: { place: { at: 'sites' }, core: { sites: fewSites, app: { ...app, openRuns: summaries.slice(0, 1) } } },
  'sites-many': { place: { at: 'sites' }, core: { sites: manySites } },
  'sites-waiting': { place: { at: 'sites' }, core: { silent: ['listSites'] } },
  'sites-failed': { place: { at: 'sites' }, core: { refused: { listSites: nobodyAnswers } } },
  site: { place: { at: 'site', id: 'paris' }, core: {} },
  'site-new': { place: { at: 'site', id: 'paris' }, core: { site: neverChecked } },
  'site-checking': { place: { at: 'site', id: 'paris' }, core: { silent: ['checkSite'] }, press: ['check-trust'] },
  replace: { place: replace, core: {} },
  'replace-plan': { place: replace, core: {}, press: ['browse-bundle'] },
  'replace-asking': { place: replace, core: { silent: ['preparePlan'] }, press: ['browse-bundle'] },
  'replace-stop': { place: replace, core: { plan: refusedPlan }, press: ['browse-bundle'] },
  'replace-broken': { place: replace, core: { bundle: brokenBundle }, press: ['browse-bundle'] },
  'replace-password': { place: replace, core: { bundle: protectedBundle }, press: ['browse-bundle'] },
  'replace-regenerate': { place: replace, core: {}, press: ['choose-regenerate'] },
  certificates: { place: { at: 'certificates' }, core: {} },
  'certificates-good': doctor(oneGoodFile),
  'certificates-password': doctor(passwordMissing),
  'certificates-made': doctor(forParis),
  'certificates-answers': doctor(everyAnswer),
  'certificates-odd-names': doctor(oddNames),
  'certificates-long-chain': doctor(longChain),
  'certificates-no-key': doctor(withoutKey),
  'certificates-waiting': {
    place: { at: 'certificates' },
    core: { silent: ['askDoctor'] },
  },
  requests: { place: { at: 'requests', site: '' }, core: {} },
  'requests-made': { place: { at: 'requests', site: 'paris' }, core: { requests: oneMade } },
  'requests-several': { place: { at: 'requests', site: '' }, core: { requests: several } },
  'requests-refused': {
    place: { at: 'requests', site: '' },
    core: { refused: { askRequests: nobodyAnswers } },
  },
  'certificates-reply': doctor(replyFound),
  'certificates-stray': doctor(strayReply),
  'run-restart': run(runs.restart),
  'run-repairing': run(runs.repairing),
  'run-question': run(runs.question),
  'run-interrupted': run(runs.interrupted),
  'run-attention': run(runs.attention),
  'run-not-back': run(runs.notBack),
  'run-file-needed': run(runs.fileNeeded),
  'run-done': { ...run(runs.done), press: ['save-report-html'] },
  'run-refused': run(runs.refused),
  runs: { place: { at: 'runs' }, core: {} },
  'runs-none': { place: { at: 'runs' }, core: { runs: [] } },
  lab: { place: { at: 'lab' }, core: {} },
  'lab-starting': { place: { at: 'lab' }, core: { silent: ['startLab'] }, press: ['start-lab'] },
  'lab-running': { place: { at: 'lab' }, core: { app: { ...app, lab: runningLab } } },
  settings: { place: { at: 'settings' }, core: { app: noKeyring } },
};

/** The same for the core's own windows, each with a page of its own. */
export interface OwnWindow {
  page: 'confirm' | 'add-site' | 'secret';
  core: Partial<Core>;
  press?: string[];
}

export const ownWindows: Record<string, OwnWindow> = {
  confirm: { page: 'confirm', core: {} },
  'confirm-alone': { page: 'confirm', core: { confirmation: alone } },
  'confirm-thumbprint': { page: 'confirm', core: { confirmation: isItTheNewOne } },
  'add-site': { page: 'add-site', core: {} },
  'add-site-seen': { page: 'add-site', core: { offered: 'vcda.paris.example' }, press: ['probe-site', 'login-sso'] },
  'add-site-silent': {
    page: 'add-site',
    core: { offered: 'vcda.paris.example', refused: { probeSite: nobodyAnswers }, app: noKeyring },
    press: ['probe-site'],
  },
  secret: { page: 'secret', core: {} },
};
