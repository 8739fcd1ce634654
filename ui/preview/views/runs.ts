// Sample runs, one per state that an operator can meet.
import type { Half } from '../../src/ipc/generated/Half';
import type { Problem } from '../../src/ipc/generated/Problem';
import type { RunPeer } from '../../src/ipc/generated/RunPeer';
import type { RunSummary } from '../../src/ipc/generated/RunSummary';
import type { RunView } from '../../src/ipc/generated/RunView';
import type { StepView } from '../../src/ipc/generated/StepView';
import { certificate, newOfParis, oldOfParis } from './certificates';
import { ago, onPremises } from './sites';
import { inside, problem } from './messages';

const titles: [string, string][] = [
  ['sign_in', 'Sign in at Paris and its peers'],
  ['survey_site', 'Survey Paris and its peers'],
  ['check_readiness', 'Check that everyone is ready'],
  ['record_before', 'Record the state before'],
  ['import_certificate', 'Import the certificate'],
  ['await_restart', 'Wait for the restart'],
  ['repair_at_peer_sites', 'Repair at the peer sites'],
  ['repair_at_local_site', 'Repair here, at Paris'],
  ['advise_on_premises', 'Advise on-premises sites'],
  ['verify_site', 'Verify everything again'],
  ['write_report', 'Write the report'],
];

function steps(reached: number, change: Partial<StepView> = {}): StepView[] {
  return titles.map(([id, title], n) => ({
    id,
    title,
    status: n < reached ? 'done' : n === reached ? 'running' : 'waiting',
    says: id === 'import_certificate' && n < reached ? 'keystore.p12.bak is kept on the appliance' : null,
    startedAt: n <= reached ? ago(1) : null,
    tookMs: n < reached ? ([6_000, 9_000, 2_400, 800, 2_000, 243_000, 42_000, 12_000, 500, 9_000, 200][n] ?? 0) : null,
    problem: null,
    ...(n === reached ? change : {}),
  }));
}

const same: Half = { verdict: 'same', activity: 'done', progress: null };
const old: Half = { verdict: 'old', activity: 'waiting', progress: null };
const working: Half = { verdict: 'old', activity: 'working', progress: 60 };

const lookalike: Problem = problem('repair.sees_other', {
  at: 'Oslo',
  of: 'Paris',
  sees: `SHA-256:${'AB:'.repeat(31)}AB`,
  url: 'https://vcda.paris.example',
  verified: `SHA-256:${'CD:'.repeat(31)}CD`,
});

function peer(name: string, atPeer: Half, atLocal: Half, says: string, problem: Problem | null = null): RunPeer {
  const address = `vcda.${name.toLowerCase()}.example`;
  return { name, address, atPeer, atLocal, says, problem, canRetry: problem !== null };
}

const base: RunView = {
  run: '2026-11-23-1402',
  site: 'Paris',
  siteAddress: 'vcda.paris.example',
  action: 'import',
  startedAt: ago(5.2),
  finishedAt: null,
  status: 'running',
  headline: 'Waiting for Paris to restart.',
  secondsLeft: 160,
  steps: steps(5, { says: 'down since 40 s' }),
  restart: { phase: 'down', since: ago(0.7) },
  peers: ['Berlin', 'Madrid', 'Lisbon'].map((name) =>
    peer(name, { ...old, verdict: 'same' }, same, 'Waits for Paris.'),
  ),
  onPremises: [],
  question: null,
  backup: null,
  old: oldOfParis,
  new: newOfParis,
  outcome: null,
  operator: 'Ada',
};

const backup = {
  path: '/opt/vmware/h4/cloud/config/keystore.p12.bak',
  says: 'Paris keeps the keystore of before as keystore.p12.bak. It holds one generation: the next import overwrites it. To go back, an administrator puts it in the place of keystore.p12 and restarts the Cloud Service.',
};

const seenOnPremises = onPremises.map((site) => ({
  ...site,
  seen:
    site.forecast === 'mustRepair'
      ? ('old' as const)
      : site.forecast === 'uncertain'
        ? ('unknown' as const)
        : ('same' as const),
}));

export const runs = {
  restart: base,
  repairing: {
    ...base,
    headline: 'Repairing the peers of Paris: 2 of 5 are done.',
    secondsLeft: 40,
    steps: steps(6, { says: '2 of 5' }),
    restart: { phase: 'upWithNew', since: ago(1) },
    peers: [
      peer('Berlin', same, same, 'Done.'),
      peer('Madrid', same, same, 'Done.'),
      peer('Lisbon', working, same, 'Repair task running.'),
      peer('Tromsø', old, same, 'Waits for its turn.'),
      peer(
        'Oslo',
        { verdict: 'different', activity: 'failed', progress: null },
        { verdict: 'unknown', activity: 'skipped', progress: null },
        'Stopped.',
        lookalike,
      ),
    ],
  },
  question: {
    ...base,
    status: 'question',
    headline: 'Paris is up, but nobody has told us which certificate it made.',
    secondsLeft: null,
    restart: { phase: 'upWithOther', since: ago(0.4) },
    steps: steps(5, { status: 'attention', says: 'up with something else' }),
    question: {
      id: 'q1',
      what: 'Before sending the root password to Paris we must know that this is Paris',
      meaning:
        'Paris answers with a certificate that none of the peers and no file has named. It may be the one that Paris regenerated, or somebody in between.',
      answers: [
        { id: 'verified', label: 'Compare and go on', needsTyped: null },
        { id: 'stop', label: 'Stop here', needsTyped: null },
        { id: 'unverified', label: 'Go on unverified', needsTyped: 'Paris' },
      ],
      pasteThumbprint: true,
      seen: certificate('unknown one', { issuer: 'CN=vcda.paris.example', issuance: 'selfSigned', daysLeft: 1825 }),
    },
  },
  interrupted: {
    ...base,
    status: 'interrupted',
    headline:
      'Reseal was closed while Paris was restarting. The import was accepted; the peers have not been repaired.',
    secondsLeft: null,
    restart: null,
  },
  attention: {
    ...base,
    status: 'attention',
    headline: 'Paris has its new certificate. Oslo does not trust it yet.',
    secondsLeft: null,
    finishedAt: ago(0.2),
    restart: { phase: 'upWithNew', since: ago(2) },
    steps: steps(11),
    peers: [
      peer('Berlin', same, same, 'Done.'),
      peer('Madrid', same, same, 'Done.'),
      peer('Oslo', { ...old, activity: 'failed' }, same, 'Stopped.', lookalike),
    ],
    onPremises: seenOnPremises,
    backup,
    outcome: 'Paris uses its new certificate and 2 of 3 peers trust it. Oslo must be repaired.',
  },
  done: {
    ...base,
    status: 'done',
    headline: 'Everything agrees.',
    secondsLeft: null,
    finishedAt: ago(0.2),
    restart: { phase: 'upWithNew', since: ago(2) },
    steps: steps(11),
    peers: ['Berlin', 'Madrid', 'Lisbon'].map((name) => peer(name, same, same, 'Done.')),
    onPremises: seenOnPremises,
    backup,
    outcome: 'Paris uses its new certificate, and all 3 peers trust it in both directions.',
  },
  refused: {
    ...base,
    status: 'refused',
    headline: 'Paris refused the certificate. Nothing has changed.',
    secondsLeft: null,
    finishedAt: ago(4),
    restart: null,
    steps: steps(4, {
      status: 'failed',
      problem: problem(
        'replace.refused',
        {
          site: 'Paris',
          cause: inside('site.refused', { site: 'Paris', call: 'POST /config/certificate', status: '400' }),
        },
        'The keystore must contain exactly one private key entry.',
      ),
    }),
    outcome: 'Paris refused the certificate. Nothing has changed.',
  },
  notBack: {
    ...base,
    status: 'attention',
    headline: 'Paris has not come back in time.',
    secondsLeft: null,
    finishedAt: ago(0.2),
    steps: steps(5, {
      status: 'failed',
      problem: problem('restart.not_back', { site: 'Paris' }),
    }),
    outcome: 'Paris has not come back in time.',
  },
  fileNeeded: {
    ...base,
    status: 'refused',
    headline: 'The new certificate was not sent before the run was cut off, and its file is needed again.',
    secondsLeft: null,
    finishedAt: ago(0.2),
    restart: null,
    steps: steps(4, {
      status: 'failed',
      problem: problem('run.file_needed'),
    }),
    outcome: 'The new certificate was not sent before the run was cut off, and its file is needed again.',
  },
} satisfies Record<string, RunView>;

export const summaries: RunSummary[] = [
  {
    run: '2026-11-23-1402',
    site: 'Paris',
    action: 'import',
    startedAt: ago(5.2),
    status: 'interrupted',
    sentence: 'the import was interrupted while Paris was restarting.',
  },
  {
    run: '2026-11-12-0915',
    site: 'Berlin',
    action: 'regenerate',
    startedAt: ago(60 * 24 * 11),
    status: 'done',
    sentence: 'Berlin uses its new certificate, and all 10 peers trust it in both directions.',
  },
];
