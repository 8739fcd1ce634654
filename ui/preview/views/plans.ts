// Sample files and plans: ready, refused, protected by a password.
import type { BundleView } from '../../src/ipc/generated/BundleView';
import type { PlanView } from '../../src/ipc/generated/PlanView';
import type { ProbeView } from '../../src/ipc/generated/ProbeView';
import type { PromiseView } from '../../src/ipc/generated/PromiseView';
import { certificate, newOfParis, oldOfParis } from './certificates';
import { onPremises } from './sites';

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

const kept = (name: string, says: string): PromiseView => ({
  name,
  kept: 'yes',
  says,
  means: '',
  todo: '',
  source: 'docs/vcda-api.md §2.7',
});

export const goodBundle: BundleView = {
  token: 'b1',
  fileName: 'paris-2027.pfx',
  needsPassword: false,
  answer: 'This file can replace the certificate of Paris.',
  certificate: newOfParis,
  chain: [certificate('issuing'), certificate('root')],
  promises: [
    kept('key_matches', 'The key belongs to the certificate'),
    kept('chain_complete', 'The chain is complete and in order, 3 certificates'),
    kept('names_cover', 'The names cover the public service endpoint'),
    kept('one_entry', 'One entry, one password'),
    kept('algorithms_accepted', 'RSA 3072, SHA-256, server authentication'),
    {
      name: 'publicly_trusted',
      kept: 'warning',
      says: 'Signed by a private CA',
      means: 'On-premises sites that do not know this CA may have to re-pair.',
      todo: 'Tell their owners beforehand; the messages are ready after the run.',
      source: 'docs/vcda-api.md §2.7',
    },
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
  problem: {
    code: 'wrong_password',
    what: 'The password does not open paris-2027.pfx.',
    meaning: 'Nothing was read from it and nothing was sent.',
    todo: 'Type it again; capitals count.',
    quote: null,
  },
  acceptable: false,
};

export const brokenBundle: BundleView = {
  ...goodBundle,
  answer: 'This file cannot replace the certificate of Paris.',
  promises: [
    {
      name: 'key_matches',
      kept: 'no',
      says: 'The key does not belong to the certificate',
      means: 'The appliance would refuse it, or start and answer nobody.',
      todo: 'Ask for the file again, from the computer where the request was made.',
      source: 'docs/vcda-api.md §2.7',
    },
    ...goodBundle.promises.slice(1),
  ],
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
          problem: {
            code: 'sign_in_refused',
            what: 'Madrid refused the root password.',
            meaning: 'Either the password is wrong, or Madrid lets administrators in from its own network only.',
            todo: 'Type the password again at Madrid, or sign in from a computer in its network.',
            quote: 'Authentication failed for user root',
          },
        }
      : peer,
  ),
  findings: [
    {
      kind: 'stop',
      problem: {
        code: 'peer_not_ready',
        what: 'Madrid is not ready.',
        meaning: 'If Paris changed its certificate today, Madrid could not be repaired and would stop replicating.',
        todo: 'Make Madrid ready, then check again.',
        quote: null,
      },
    },
    {
      kind: 'warning',
      problem: {
        code: 'root_password_expires',
        what: 'The root password of Paris ends in 5 days.',
        meaning: 'This run is not affected.',
        todo: 'Change it after the run.',
        quote: null,
      },
    },
  ],
  canStart: false,
  toDecide: null,
};
