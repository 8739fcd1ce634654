// Sample snapshots of the program as a whole.
import type { AppState } from '../../src/ipc/generated/AppState';
import type { LabView } from '../../src/ipc/generated/LabView';

export const app: AppState = {
  version: '0.1.0',
  platform: 'linux',
  keyring: { available: true, says: 'Passwords are kept by the Secret Service of this desktop.' },
  lab: null,
  openRuns: [],
  savedReports: [],
  settings: { theme: 'system', operator: 'Ada', reports: null, zoom: 100, language: null },
};

export const noKeyring: AppState = {
  ...app,
  keyring: {
    available: false,
    says: 'No keyring answers on this computer: passwords are asked for each time and kept nowhere.',
  },
};

export const runningLab: LabView = {
  running: true,
  peers: 3,
  onPremises: 2,
  version: '4.7',
  pace: 'likeReal',
  faults: ['peer-does-not-answer'],
  availableFaults: [
    { name: 'peer-does-not-answer', says: 'One peer does not answer' },
    { name: 'restart-hangs', says: 'The restart takes ten minutes' },
    { name: 'wrong-certificate', says: 'After the restart another certificate answers' },
    { name: 'repair-leaves-mismatch', says: 'A repair task succeeds and leaves a mismatch behind' },
    { name: 'sign-in-refused', says: 'A peer refuses the password' },
  ],
  sites: [
    { name: 'Paris', address: '127.0.0.1:41443' },
    { name: 'Berlin', address: '127.0.0.1:41453' },
    { name: 'Madrid', address: '127.0.0.1:41463' },
    { name: 'Oslo', address: '127.0.0.1:41473' },
  ],
  bundlePath: '/home/ada/.local/state/reseal/lab/authority/paris-ready.p12',
  bundlePassword: 'practice only',
};
