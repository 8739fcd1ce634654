// The only door to Rust: one function per command, nothing else. The types are written from Rust (generated/).
import { Channel, invoke } from '@tauri-apps/api/core';
import type { AddedSite } from './generated/AddedSite';
import type { AddSite } from './generated/AddSite';
import type { AppMessage } from './generated/AppMessage';
import type { BundleView } from './generated/BundleView';
import type { Confirmation } from './generated/Confirmation';
import type { DoctorView } from './generated/DoctorView';
import type { DoctorWish } from './generated/DoctorWish';
import type { LabScenario } from './generated/LabScenario';
import type { LabView } from './generated/LabView';
import type { NewSite } from './generated/NewSite';
import type { PlanView } from './generated/PlanView';
import type { ProbeView } from './generated/ProbeView';
import type { RequestsView } from './generated/RequestsView';
import type { RequestsWish } from './generated/RequestsWish';
import type { RunSummary } from './generated/RunSummary';
import type { RunView } from './generated/RunView';
import type { SecretAnswer } from './generated/SecretAnswer';
import type { SecretAsked } from './generated/SecretAsked';
import type { SecretRequest } from './generated/SecretRequest';
import type { Settings } from './generated/Settings';
import type { SettingsChange } from './generated/SettingsChange';
import type { SiteRow } from './generated/SiteRow';
import type { SiteView } from './generated/SiteView';
import type { Steering } from './generated/Steering';

export const setSettings = (change: SettingsChange) => invoke<Settings>('set_settings', { change });

/** Sends a snapshot at once and at every change, and whatever is dropped on the window. */
export function watchApp(seen: (message: AppMessage) => void): Promise<void> {
  return invoke('watch_app', { channel: new Channel<AppMessage>(seen) });
}

/** Offers the text on the clipboard like something dropped, and names it. The text itself stays in Rust. */
export const offerClipboard = () => invoke<string>('offer_clipboard');

export const listSites = () => invoke<SiteRow[]>('list_sites');
/** Opens the window in which a site is added; nothing when that was closed. */
export const openAddSite = (address: string) => invoke<AddedSite | null>('open_add_site', { address });
/** What that window starts with, and its own commands. */
export const newSite = () => invoke<NewSite>('new_site');
export const cancelNewSite = () => invoke<null>('cancel_new_site');
export const openKnownSite = (id: string) => invoke<null>('open_known_site', { id });
export const probeSite = (address: string) => invoke<ProbeView>('probe_site', { address });
export const addSite = (form: AddSite) => invoke<null>('add_site', { form });
export const forgetSite = (id: string) => invoke<null>('forget_site', { id });
/** What was seen last. */
export const site = (id: string) => invoke<SiteView>('site', { id });
/** Looks again. */
export const checkSite = (id: string) => invoke<SiteView>('check_site', { id });

/** Opens the secret window; the secret itself stays in Rust. */
export const requestSecret = (request: SecretRequest) => invoke<SecretAnswer>('request_secret', { request });

/** Does what is wished and answers with everything on the screen Certificates. */
export const askDoctor = (wish: DoctorWish) => invoke<DoctorView>('ask_doctor', { wish });

/** Does what is wished and answers with everything on the screen Requests. */
export const askRequests = (wish: RequestsWish) => invoke<RequestsView>('ask_requests', { wish });

/** Nothing when the dialog was closed. */
export const pickBundle = (site: string) => invoke<BundleView | null>('pick_bundle', { site });
export const inspectBundle = (token: string, site: string) => invoke<BundleView>('inspect_bundle', { token, site });
/** No token: the plan of a regeneration. */
export const preparePlan = (site: string, token: string | null) => invoke<PlanView>('prepare_plan', { site, token });
/** Opens the window in which a person agrees to the plan; nothing when they did not. */
export const startRotation = (planToken: string) => invoke<string | null>('start_rotation', { planToken });

/** Sends the whole view at once and at every change. */
export function watchRun(run: string, seen: (view: RunView) => void): Promise<void> {
  return invoke('watch_run', { run, channel: new Channel<RunView>(seen) });
}
/** With the file that a run asked for again, by its token. */
export const steerRun = (run: string, how: Steering, file: string | null = null) =>
  invoke<null>('steer_run', { run, how, file });
/** An answer with which the run goes on is agreed to in a window of its own. */
export const answerQuestion = (run: string, question: string, answer: string) =>
  invoke<null>('answer_question', { run, question, answer });

/** What a person agrees to, and that window's own commands. */
export const confirmation = () => invoke<Confirmation>('confirmation');
export const agree = (typed: string | null) => invoke<null>('agree', { typed });
export const decline = () => invoke<null>('decline');
/** The thumbprint on the clipboard; what is no thumbprint stays in Rust. */
export const pastedThumbprint = () => invoke<string>('pasted_thumbprint');
export const listRuns = () => invoke<RunSummary[]>('list_runs');
/** The path of the saved report, or nothing when the dialog was closed. */
export const saveReport = (run: string, format: 'html' | 'json') =>
  invoke<string | null>('save_report', { run, format });

export const startLab = (scenario: LabScenario) => invoke<LabView>('start_lab', { scenario });
export const stopLab = () => invoke<null>('stop_lab');
export const setLabFault = (name: string, on: boolean) => invoke<LabView>('set_lab_fault', { name, on });

export const secretPrompt = () => invoke<SecretAsked>('secret_prompt');
export const submitSecret = (secret: Uint8Array) => invoke<null>('submit_secret', secret);
export const cancelSecret = () => invoke<null>('cancel_secret');
