// Sample sites: a few with every kind of trouble, or five hundred with long names.
import type { OnPremisesView } from '../../src/ipc/generated/OnPremisesView';
import type { PeerView } from '../../src/ipc/generated/PeerView';
import type { Problem } from '../../src/ipc/generated/Problem';
import type { SiteRow } from '../../src/ipc/generated/SiteRow';
import type { SiteView } from '../../src/ipc/generated/SiteView';
import { certificate, oldOfParis } from './certificates';
import { problem } from './messages';

export const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

export const nobodyAnswers: Problem = problem('site.nobody_listens', { site: 'vcda.paris.example:443' });

export function row(name: string, change: Partial<SiteRow> = {}): SiteRow {
  const id = name.toLowerCase().replaceAll(' ', '-');
  return {
    id,
    name,
    address: `vcda.${id}.example`,
    practice: false,
    certificate: certificate(name, { names: [`vcda.${id}.example`], issuance: 'public', daysLeft: 301 }),
    trust: { verdict: 'same', says: '10 of 10 peers agree' },
    version: '4.7.2',
    lastReplaced: ago(60 * 24 * 64),
    checkedAt: ago(4),
    canSignIn: true,
    attention: null,
    ...change,
  };
}

export const paris = row('Paris', {
  certificate: oldOfParis,
  attention: 'Its certificate ends in 9 days.',
  lastReplaced: ago(60 * 24 * 356),
});

export const fewSites: SiteRow[] = [
  paris,
  row('Berlin', {
    trust: { verdict: 'old', says: 'Madrid pins the old one' },
    version: '4.6.0',
    attention: 'Madrid does not trust it.',
  }),
  row('Lisbon', { trust: { verdict: 'different', says: 'Oslo sees another certificate' } }),
  row('Madrid', { practice: true }),
  row('Oslo', {
    trust: { verdict: 'unknown', says: 'Could not check 1 of 10' },
    version: '4.5.1',
    certificate: certificate('oslo', { issuance: 'selfSigned', daysLeft: 88 }),
  }),
  row('Tromsø', { certificate: null, trust: null, version: null, lastReplaced: null, checkedAt: null }),
];

export const manySites: SiteRow[] = Array.from({ length: 500 }, (_, n) =>
  row(`Recovery site of a customer with a name of sixty letters ${String(n + 1).padStart(3, '0')}`, {
    address: `vcda-${n + 1}.recovery.a-rather-long-zone.customer.example:8443`,
  }),
);

export const onPremises: OnPremisesView[] = [
  {
    name: 'Nantes Clinic',
    owner: 'clinic@system',
    forecast: 'mustRepair',
    why: 'Version 4.2 pins the certificate itself.',
    seen: null,
    message: 'Please repair the pairing of Nantes Clinic with Paris.',
  },
  {
    name: 'Metz Foods',
    owner: 'foods@system',
    forecast: 'uncertain',
    why: 'The new certificate is signed by a private CA, and we cannot see whether this site trusts it.',
    seen: null,
    message: 'Please look whether Metz Foods still replicates to Paris.',
  },
  {
    name: 'Uni Dijon',
    owner: 'uni@system',
    forecast: 'nothing',
    why: 'A chain it trusts is enough.',
    seen: null,
    message: '',
  },
];

function peer(name: string, change: Partial<PeerView> = {}): PeerView {
  return {
    name,
    address: `https://tunnel.${name.toLowerCase()}.example:8048`,
    description: '',
    savedAs: name.toLowerCase(),
    trustsUs: { verdict: 'same', says: 'Same' },
    weTrustIt: { verdict: 'same', says: 'Same' },
    version: '4.7.2',
    ...change,
  };
}

export const parisView: SiteView = {
  row: paris,
  certificate: oldOfParis,
  peers: [
    peer('Berlin'),
    peer('Madrid', { trustsUs: { verdict: 'old', says: 'Old certificate' }, description: 'Second data centre' }),
    peer('Oslo', {
      trustsUs: { verdict: 'different', says: 'Different' },
      weTrustIt: { verdict: 'unknown', says: 'Could not check' },
      version: '4.5.1',
    }),
    peer('Lisbon', { savedAs: null, trustsUs: { verdict: 'unknown', says: 'Could not check' } }),
  ],
  onPremises,
  serviceType: 'Cloud Service',
  publicEndpoint: 'vcda.paris.example:443',
  clockAhead: 600,
  otherServices: [
    { name: 'Manager Service', thumbprint: certificate('manager').thumbprint },
    { name: 'Tunnel Service', thumbprint: certificate('tunnel').thumbprint },
  ],
  problem: null,
  suggested: [{ name: 'Lisbon', address: 'vcda.lisbon.example' }],
};

export const neverChecked: SiteView = {
  ...parisView,
  row: {
    ...paris,
    checkedAt: null,
    canSignIn: false,
    certificate: null,
    trust: null,
    version: null,
    lastReplaced: null,
  },
  certificate: null,
  peers: [],
  onPremises: [],
  otherServices: [],
  publicEndpoint: '',
  serviceType: '',
  suggested: [],
};
