// Sample questions of the window in which a person agrees: before a start, and to an answer with a thumbprint.
import type { Confirmation } from '../../src/ipc/generated/Confirmation';
import { newOfParis, oldOfParis } from './certificates';

export const beforeTheStart: Confirmation = {
  title: 'Replace the certificate of Paris?',
  says: ['3 cloud sites are repaired, each on both sides.', 'Paris logs everyone out and restarts.'],
  facts: [
    { label: 'Site', says: 'Paris at vcda.paris.example' },
    { label: 'Peer sites', says: '3 of 3 are repaired, at both ends: Berlin, Madrid, Lisbon.' },
  ],
  certificates: [
    { title: 'In use now', certificate: oldOfParis },
    { title: 'The new one', certificate: newOfParis },
  ],
  toDecide: null,
  wantsThumbprint: false,
  wantsTyped: null,
  button: 'Replace the certificate of Paris',
};

export const alone: Confirmation = { ...beforeTheStart, toDecide: 'Replace it although no peer site is repaired' };

export const isItTheNewOne: Confirmation = {
  title: 'Is this the certificate that Paris made for itself?',
  says: ['Paste the SHA-256 thumbprint from the appliance’s console or from vCenter.'],
  facts: [{ label: 'Site', says: 'Paris at vcda.paris.example' }],
  certificates: [{ title: 'Paris shows now', certificate: newOfParis }],
  toDecide: null,
  wantsThumbprint: true,
  wantsTyped: null,
  button: 'Compare with a pasted thumbprint',
};
