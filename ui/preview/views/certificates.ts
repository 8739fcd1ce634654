// Sample certificates. Thumbprints are made from a word, so that each is whole and stays the same.
import type { CertificateCard } from '../../src/ipc/generated/CertificateCard';
import { message } from './messages';

function groupsOf(word: string): string[] {
  let seed = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return Array.from({ length: 16 }, () => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return (seed >>> 16).toString(16).padStart(4, '0').toUpperCase();
  });
}

const day = 86_400_000;
const daysFromNow = (days: number) => new Date(Date.now() + days * day).toISOString();

export function certificate(word: string, change: Partial<CertificateCard> = {}): CertificateCard {
  const groups = groupsOf(word);
  const daysLeft = change.daysLeft ?? 214;
  return {
    thumbprint: `SHA-256:${groups.flatMap((group) => [group.slice(0, 2), group.slice(2)]).join(':')}`,
    groups,
    names: ['vcda.paris.example'],
    commonName: 'vcda.paris.example',
    issuer: 'Example Corp Issuing CA 2',
    subject: 'CN=vcda.paris.example, O=Example Corp',
    notBefore: daysFromNow(daysLeft > 365 ? 0 : daysLeft - 365),
    notAfter: daysFromNow(daysLeft),
    daysLeft,
    key: 'RSA 2048',
    signature: 'SHA-256 with RSA',
    issuance: 'private',
    issuanceWhy: message('issuance.private', { through: 'CN=Example Corp Root' }),
    ...change,
  };
}

export const oldOfParis = certificate('paris 2025', { daysLeft: 9 });
export const newOfParis = certificate('paris 2027', {
  daysLeft: 366,
  names: ['vcda.paris.example', 'paris.dr.example'],
  key: 'RSA 3072',
});
export const regeneratedOfParis = certificate('paris regenerated', {
  daysLeft: 1825,
  issuer: 'CN=vcda.paris.example',
  issuance: 'selfSigned',
  key: 'RSA 3072',
});
