// Sample requests: none yet, one made just now, several of every kind.
import type { RequestView } from '../../src/ipc/generated/RequestView';
import type { RequestsView } from '../../src/ipc/generated/RequestsView';

const day = 86_400_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day).toISOString();

const pem = `-----BEGIN CERTIFICATE REQUEST-----
MIICsjCCAZoCAQAwHTEbMBkGA1UEAwwSdmNkYS5wYXJpcy5leGFtcGxlMIIBIjAN
BgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA0123456789abcdefghijklmnopqr
-----END CERTIFICATE REQUEST-----
`;

function request(id: string, days: number, change: Partial<RequestView> = {}): RequestView {
  return {
    id,
    names: ['vcda.paris.example', 'vcda-mgmt.paris.example', '10.0.0.7'],
    key: 'RSA 3072',
    made: daysAgo(days),
    daysOld: days,
    meantFor: 'Paris',
    answered: null,
    typed: false,
    request: pem,
    ...change,
  };
}

export const noRequests: RequestsView = {
  requests: [],
  sites: [
    { id: 'paris', label: 'Paris' },
    { id: 'berlin', label: 'Berlin' },
  ],
  names: ['vcda.paris.example', 'vcda-mgmt.paris.example'],
  sizes: [2048, 3072, 4096],
  made: null,
  saved: null,
};

export const oneMade: RequestsView = { ...noRequests, requests: [request('new', 0)], made: 'new' };

export const several: RequestsView = {
  ...noRequests,
  requests: [
    request('new', 0),
    request('wild', 23, { names: ['*.berlin.example'], key: 'RSA 2048', meantFor: 'Berlin', typed: true }),
    request('old', 41, {
      names: [
        'xn--zrich-kva.example',
        ...Array.from({ length: 12 }, (_, n) => `host-${n + 1}.of-a-long-domain.example`),
      ],
      meantFor: null,
      answered: daysAgo(2),
    }),
  ],
  saved: '/home/ann/Documents/vcda.paris.example.csr',
};
