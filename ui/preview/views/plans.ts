// Sample files and plans: ready, refused, protected by a password.
import type { BundleView } from '../../src/ipc/generated/BundleView';
import type { PlanView } from '../../src/ipc/generated/PlanView';
import type { ProbeView } from '../../src/ipc/generated/ProbeView';
import { certificate, newOfParis, oldOfParis } from './certificates';
import { onPremises } from './sites';
import { inside, list, problem, promise } from './messages';

export const probe: ProbeView = {
  address: 'vcda.paris.example',
  certificate: oldOfParis,
  agreeing: [
    'Berlin pins this certificate for Paris, read 4 minutes ago.',
    'A public log is not consulted; the peers agree.',
  ],
  grade: 'E3',
  known: null,
};

export const goodBundle: BundleView = {
  token: 'b1',
  fileName: 'paris-2027.pfx',
  needsPassword: false,
  answer: 'This file can replace the certificate of Paris.',
  certificate: newOfParis,
  chain: [certificate('issuing'), certificate('root')],
  promises: [
    promise('key_matches.kept', 'yes'),
    promise('chain_is_complete.kept', 'yes', { issuers: 2 }),
    promise('names_cover.kept', 'yes', { names: list('vcda.paris.example') }),
    promise('one_entry.kept', 'yes'),
    promise('key_is_rsa.kept', 'yes', { key: 'RSA 3072' }),
    promise('authority_stands_behind.unknown', 'warning', {
      why: inside('issuance.not_found', { issuer: 'CN=Example Corp Root' }),
    }),
  ],
  problem: null,
  acceptable: true,
};

export const protectedBundle: BundleView = {
  ...goodBundle,
  needsPassword: true,
  answer: '',
  certificate: null,
  chain: [],
  promises: [],
  problem: problem('bundle.wrong_password'),
  acceptable: false,
};

export const brokenBundle: BundleView = {
  ...goodBundle,
  answer: 'This file cannot replace the certificate of Paris.',
  promises: [promise('key_matches.foreign', 'no'), ...goodBundle.promises.slice(1)],
  acceptable: false,
};

export const readyPlan: PlanView = {
  token: 'p1',
  site: 'Paris',
  action: 'import',
  old: oldOfParis,
  new: newOfParis,
  peers: ['Berlin', 'Madrid', 'Lisbon'].map((name) => ({
    name,
    address: `vcda.${name.toLowerCase()}.example`,
    ready: true,
    says: 'Answered, let us in, nothing is running there.',
    problem: null,
  })),
  onPremises,
  happens: [
    '3 cloud sites are repaired, each on both sides, while you watch.',
    'Paris logs everyone out and restarts.',
    'Replications between Paris and its peers stop from Start until each peer is repaired.',
  ],
  wayBack: 'The old keystore stays on the appliance as keystore.p12.bak.',
  findings: [],
  canStart: true,
  toDecide: null,
  restartEstimate: 'about 4 min, as in the last 3 runs.',
};

export const refusedPlan: PlanView = {
  ...readyPlan,
  peers: readyPlan.peers.map((peer) =>
    peer.name === 'Madrid'
      ? {
          ...peer,
          ready: false,
          says: 'Did not let us in.',
          problem: problem('site.sign_in_refused', { site: 'Madrid' }, 'Authentication failed for user root'),
        }
      : peer,
  ),
  findings: [
    {
      kind: 'stop',
      problem: problem('plan.no_peer_ready', { site: 'Paris', count: 1 }),
    },
    {
      kind: 'warning',
      problem: problem('plan.password_ending', { site: 'Paris', days: 5 }),
    },
  ],
  canStart: false,
  toDecide: null,
};
