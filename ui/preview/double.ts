// An in-memory stand-in for the core with the same functions as src/ipc/ipc.ts: for tests of screens and for pictures.
import type { AddedSite } from '../src/ipc/generated/AddedSite';
import type { AppMessage } from '../src/ipc/generated/AppMessage';
import type { AppState } from '../src/ipc/generated/AppState';
import type { BundleView } from '../src/ipc/generated/BundleView';
import type { Confirmation } from '../src/ipc/generated/Confirmation';
import type { DoctorView } from '../src/ipc/generated/DoctorView';
import type { PlanView } from '../src/ipc/generated/PlanView';
import type { ProbeView } from '../src/ipc/generated/ProbeView';
import type { Problem } from '../src/ipc/generated/Problem';
import type { RequestsView } from '../src/ipc/generated/RequestsView';
import type { RunSummary } from '../src/ipc/generated/RunSummary';
import type { RunView } from '../src/ipc/generated/RunView';
import type { Settings } from '../src/ipc/generated/Settings';
import type { SettingsChange } from '../src/ipc/generated/SettingsChange';
import type { SiteRow } from '../src/ipc/generated/SiteRow';
import type { SiteView } from '../src/ipc/generated/SiteView';
import type * as door from '../src/ipc/ipc';
import { app, runningLab } from './views/app';
import { beforeTheStart } from './views/confirmations';
import { nothingYet } from './views/doctor';
import { goodBundle, probe, readyPlan } from './views/plans';
import { noRequests } from './views/requests';
import { runs, summaries } from './views/runs';
import { parisView } from './views/sites';

export type Command = keyof typeof door;

export interface Core {
  app: AppState;
  sites: SiteRow[];
  site: SiteView;
  probe: ProbeView;
  bundle: BundleView | null;
  doctor: DoctorView;
  requests: RequestsView;
  plan: PlanView;
  confirmation: Confirmation;
  /** The run that is started, where a person agrees to it. */
  started: string | null;
  /** The address that the window for a new site starts with, and what becomes of it. */
  offered: string;
  added: AddedSite | null;
  /** The key that a typed secret is sealed to. */
  sealTo: number[];
  run: RunView;
  runs: RunSummary[];
  /** Commands that are refused, and with what. */
  refused: Partial<Record<Command, Problem>>;
  /** Commands that are never answered. */
  silent: Command[];
}

const start: Core = {
  app,
  sites: [],
  site: parisView,
  probe,
  bundle: goodBundle,
  doctor: nothingYet,
  requests: noRequests,
  plan: readyPlan,
  confirmation: beforeTheStart,
  started: runs.restart.run,
  offered: '',
  added: { id: 'paris', canSignIn: false, remember: true },
  sealTo: [],
  run: runs.restart,
  runs: summaries,
  refused: {},
  silent: [],
};

let core: Core = start;
let tellApp: (message: AppMessage) => void = () => undefined;
let tellRun: (view: RunView) => void = () => undefined;
/** What was asked, in order. */
export let asked: { command: Command; with: unknown[] }[] = [];

/** Puts the core in a state; what is not named is as at the first start. */
export function stage(change: Partial<Core>): void {
  core = { ...start, ...change };
  asked = [];
}

export const send = (message: AppMessage): void => tellApp(message);
export const sendRun = (view: RunView): void => tellRun(view);

function answer<T>(command: Command, given: unknown[], value: () => T): Promise<T> {
  asked.push({ command, with: given });
  const refusal = core.refused[command];
  if (refusal) return Promise.reject(refusal as unknown as Error);
  return core.silent.includes(command) ? new Promise<T>(() => undefined) : Promise.resolve().then(value);
}

const viewOf = (id: string): SiteView => ({
  ...core.site,
  row: core.sites.find((row) => row.id === id) ?? core.site.row,
});

function changeApp(change: Partial<AppState>): AppState {
  core = { ...core, app: { ...core.app, ...change } };
  tellApp({ kind: 'state', state: core.app });
  return core.app;
}

export const watchApp: typeof door.watchApp = (seen) => {
  tellApp = seen;
  return answer('watchApp', [], () => {
    seen({ kind: 'state', state: core.app });
    return null;
  });
};
export const setSettings: typeof door.setSettings = (change) =>
  answer('setSettings', [change], () => changeApp({ settings: changed(core.app.settings, change) }).settings);

function changed(settings: Settings, change: SettingsChange): Settings {
  if (change.set === 'theme') return { ...settings, theme: change.theme };
  if (change.set === 'operator') return { ...settings, operator: change.operator };
  if (change.set === 'language') return { ...settings, language: change.language };
  if (change.set === 'zoom') return { ...settings, zoom: change.zoom };
  return { ...settings, reports: change.set === 'chooseReports' ? '/home/ada/reports' : null };
}

export const offerClipboard: typeof door.offerClipboard = () => answer('offerClipboard', [], () => 'pasted');

export const listSites: typeof door.listSites = () => answer('listSites', [], () => core.sites);
export const probeSite: typeof door.probeSite = (address) =>
  answer('probeSite', [address], () => ({ ...core.probe, address }));
export const openAddSite: typeof door.openAddSite = (address) => answer('openAddSite', [address], () => core.added);
export const newSite: typeof door.newSite = () =>
  answer('newSite', [], () => ({ address: core.offered, keyring: core.app.keyring }));
export const addSite: typeof door.addSite = (form) => answer('addSite', [form], () => null);
export const openKnownSite: typeof door.openKnownSite = (id) => answer('openKnownSite', [id], () => null);
export const cancelNewSite: typeof door.cancelNewSite = () => answer('cancelNewSite', [], () => null);
export const forgetSite: typeof door.forgetSite = (id) => answer('forgetSite', [id], () => null);
export const site: typeof door.site = (id) => answer('site', [id], () => viewOf(id));
export const checkSite: typeof door.checkSite = (id) => answer('checkSite', [id], () => viewOf(id));
export const requestSecret: typeof door.requestSecret = (request) =>
  answer('requestSecret', [request], () => 'given' as const);

export const askDoctor: typeof door.askDoctor = (wish) => answer('askDoctor', [wish], () => core.doctor);

export const askRequests: typeof door.askRequests = (wish) => answer('askRequests', [wish], () => core.requests);

export const pickBundle: typeof door.pickBundle = (id) => answer('pickBundle', [id], () => core.bundle);
export const inspectBundle: typeof door.inspectBundle = (token, id) =>
  answer('inspectBundle', [token, id], () => core.bundle ?? goodBundle);
export const preparePlan: typeof door.preparePlan = (id, token) =>
  answer('preparePlan', [id, token], () =>
    token === null ? { ...core.plan, action: 'regenerate' as const, new: null } : core.plan,
  );
export const startRotation: typeof door.startRotation = (plan) => answer('startRotation', [plan], () => core.started);

export const watchRun: typeof door.watchRun = (run, seen) => {
  tellRun = seen;
  return answer('watchRun', [run], () => {
    seen(core.run);
    return null;
  });
};
export const steerRun: typeof door.steerRun = (run, how, file = null) =>
  answer('steerRun', [run, how, file], () => null);
export const answerQuestion: typeof door.answerQuestion = (...given) => answer('answerQuestion', given, () => null);
export const confirmation: typeof door.confirmation = () => answer('confirmation', [], () => core.confirmation);
export const agree: typeof door.agree = (typed) => answer('agree', [typed], () => null);
export const decline: typeof door.decline = () => answer('decline', [], () => null);
export const pastedThumbprint: typeof door.pastedThumbprint = () =>
  answer('pastedThumbprint', [], () => core.probe.certificate.thumbprint);

export const listRuns: typeof door.listRuns = () => answer('listRuns', [], () => core.runs);
export const saveReport: typeof door.saveReport = (run, format) =>
  answer('saveReport', [run, format], () => `/home/ada/${run}.${format}`);

export const startLab: typeof door.startLab = (scenario) =>
  answer('startLab', [scenario], () => {
    const lab = { ...runningLab, ...scenario, faults: [] };
    changeApp({ lab });
    return lab;
  });
export const stopLab: typeof door.stopLab = () =>
  answer('stopLab', [], () => {
    changeApp({ lab: null });
    return null;
  });
export const setLabFault: typeof door.setLabFault = (name, on) =>
  answer('setLabFault', [name, on], () => {
    const lab = core.app.lab ?? runningLab;
    const others = lab.faults.filter((fault) => fault !== name);
    const changed = { ...lab, faults: on ? [...others, name] : others };
    changeApp({ lab: changed });
    return changed;
  });

export const secretPrompt: typeof door.secretPrompt = () =>
  answer('secretPrompt', [], () => ({
    prompt: {
      title: 'Password of paris-2027.pfx',
      says: 'It opens the file on this computer and goes with the certificate to Paris, nowhere else.',
      target: 'paris-2027.pfx',
      facts: [],
      certificate: null,
    },
    sealTo: core.sealTo,
  }));
export const submitSecret: typeof door.submitSecret = (secret) =>
  answer('submitSecret', [Uint8Array.from(secret)], () => null);
export const cancelSecret: typeof door.cancelSecret = () => answer('cancelSecret', [], () => null);
