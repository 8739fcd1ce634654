// The only door to Rust: one function per command, nothing else. The types are written from Rust (generated/).
import { Channel, invoke } from '@tauri-apps/api/core';
import type { AddSite } from './generated/AddSite';
import type { AppMessage } from './generated/AppMessage';
import type { BundleView } from './generated/BundleView';
import type { DoctorView } from './generated/DoctorView';
import type { DoctorWish } from './generated/DoctorWish';
import type { LabScenario } from './generated/LabScenario';
import type { LabView } from './generated/LabView';
import type { PlanView } from './generated/PlanView';
import type { ProbeView } from './generated/ProbeView';
import type { RequestsView } from './generated/RequestsView';
import type { RequestsWish } from './generated/RequestsWish';
import type { RunSummary } from './generated/RunSummary';
import type { RunView } from './generated/RunView';
import type { SecretAnswer } from './generated/SecretAnswer';
import type { SecretPrompt } from './generated/SecretPrompt';
import type { SecretRequest } from './generated/SecretRequest';
import type { Settings } from './generated/Settings';
import type { SiteRow } from './generated/SiteRow';
import type { SiteView } from './generated/SiteView';
import type { Steering } from './generated/Steering';

export const setSettings = (settings: Settings) => invoke<Settings>('set_settings', { settings });

/** Sends a snapshot at once and at every change, and whatever is dropped on the window. */
export function watchApp(seen: (message: AppMessage) => void): Promise<void> {
  return invoke('watch_app', { channel: new Channel<AppMessage>(seen) });
}

/** Offers the text on the clipboard like something dropped, and names it. The text itself stays in Rust. */
export const offerClipboard = () => invoke<string>('offer_clipboard');

export const listSites = () => invoke<SiteRow[]>('list_sites');
export const probeSite = (address: string) => invoke<ProbeView>('probe_site', { address });
export const addSite = (form: AddSite) => invoke<SiteRow>('add_site', { form });
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
export const startRotation = (planToken: string) => invoke<string>('start_rotation', { planToken });

/** Sends the whole view at once and at every change. */
export function watchRun(run: string, seen: (view: RunView) => void): Promise<void> {
  return invoke('watch_run', { run, channel: new Channel<RunView>(seen) });
}
/** With the file that a run asked for again, by its token. */
export const steerRun = (run: string, how: Steering, file: string | null = null) =>
  invoke<null>('steer_run', { run, how, file });
export const answerQuestion = (run: string, question: string, answer: string, typed: string | null) =>
  invoke<null>('answer_question', { run, question, answer, typed });
export const listRuns = () => invoke<RunSummary[]>('list_runs');
/** The path of the saved report, or nothing when the dialog was closed. */
export const saveReport = (run: string, format: 'html' | 'json') =>
  invoke<string | null>('save_report', { run, format });

export const startLab = (scenario: LabScenario) => invoke<LabView>('start_lab', { scenario });
export const stopLab = () => invoke<null>('stop_lab');
export const setLabFault = (name: string, on: boolean) => invoke<LabView>('set_lab_fault', { name, on });

export const secretPrompt = () => invoke<SecretPrompt>('secret_prompt');
export const submitSecret = (secret: Uint8Array) => invoke<null>('submit_secret', secret);
export const cancelSecret = () => invoke<null>('cancel_secret');
