// Sample files for the certificate doctor: each of the answers, odd names, long chains.
import type { DoctorView } from '../../src/ipc/generated/DoctorView';
import type { EntryView } from '../../src/ipc/generated/EntryView';
import type { FileView } from '../../src/ipc/generated/FileView';
import { certificate, newOfParis } from './certificates';
import type { Argument } from '../../src/ipc/generated/Argument';
import type { DifferenceView } from '../../src/ipc/generated/DifferenceView';
import type { Message } from '../../src/ipc/generated/Message';
import type { Problem } from '../../src/ipc/generated/Problem';
import { inside, list, message, problem, promise } from './messages';

export const nothingYet: DoctorView = {
  files: [],
  entry: null,
  replies: [],
  entries: [],
  problem: null,
  sites: [
    { id: 'paris', label: 'Paris' },
    { id: 'berlin', label: 'Berlin' },
  ],
  meantFor: null,
  comparable: [{ id: 'site:paris', label: 'In use at Paris' }],
  comparison: null,
  made: null,
  handedOver: null,
};

function file(name: string, change: Partial<FileView> = {}): FileView {
  return {
    id: name,
    name,
    waited: false,
    answer: 'opened',
    says: 'PKCS#12 keystore: 1 private key, 3 certificates',
    encryption: ['3DES (PKCS#12, SHA-1, 2048 rounds)'],
    contents: [
      'Private key RSA 3072',
      'Certificate vcda.paris.example, issued by Example Corp Issuing CA 2',
      'Certificate Example Corp Issuing CA 2, issued by Example Corp Root',
      'Certificate Example Corp Root, issued by itself',
    ],
    problem: null,
    ...change,
  };
}

/** One row of a comparison. */
const row = (code: string, before: Argument, after: Argument, says: Message | null = null): DifferenceView => ({
  what: message(code),
  before,
  after,
  differs: JSON.stringify(before) !== JSON.stringify(after),
  says,
});

function closed(name: string, answer: FileView['answer'], why: Problem): FileView {
  return file(name, { answer, says: '', encryption: [], contents: [], problem: why });
}

const issuer = (name: string, daysLeft: number) =>
  certificate(name, {
    commonName: name,
    subject: `CN=${name}, O=Example Corp`,
    names: [],
    daysLeft,
    key: 'RSA 4096',
    issuer: 'CN=Example Corp Root, O=Example Corp',
  });

const entry: EntryView = {
  says: 'The appliance will take this file.',
  certificate: newOfParis,
  pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  hasKey: true,
  chain: [issuer('Example Corp Issuing CA 2', 1200), issuer('Example Corp Root', 4000)],
  missing: null,
  added: [],
  strangers: [],
  leftOut: [],
  promises: [
    promise('key_matches.kept', 'yes'),
    promise('one_entry.kept', 'yes'),
    promise('key_is_rsa.kept', 'yes', { key: 'RSA 3072' }),
    promise('names_cover.kept', 'yes', { names: list('vcda.paris.example') }),
    promise('chain_is_complete.kept', 'yes', { issuers: 2 }),
    promise('authority_stands_behind.unknown', 'warning', {
      why: inside('issuance.not_found', { issuer: 'CN=Example Corp Root' }),
    }),
  ],
  acceptable: true,
  changes: [
    row(
      'mended.file',
      inside('mended.one_file', { kind: inside('format.pkcs12') }),
      inside('mended.one_file', { kind: inside('format.pkcs12') }),
    ),
    row('mended.encryption', { text: '3DES (PKCS#12, SHA-1, 2048 rounds)' }, { text: 'AES-256 with HMAC-SHA-256' }),
    row('mended.certificates', inside('mended.other_order', { count: 3 }), inside('mended.upward', { count: 3 })),
  ],
  form: 'modern',
  ticket: 'Certificate vcda.paris.example …',
};

export const oneGoodFile: DoctorView = {
  ...nothingYet,
  files: [file('paris-2027.pfx')],
  entry,
  comparable: [{ id: newOfParis.thumbprint, label: 'vcda.paris.example (paris-2027.pfx)' }, ...nothingYet.comparable],
};

export const forParis: DoctorView = {
  ...oneGoodFile,
  meantFor: 'paris',
  comparison: {
    one: { id: newOfParis.thumbprint, label: 'vcda.paris.example (paris-2027.pfx)' },
    other: { id: 'site:paris', label: 'In use at Paris' },
    says: message('relation.two_keys'),
    rows: [
      row(
        'aspect.names',
        list('vcda.paris.example', 'paris.dr.example'),
        list('vcda.paris.example'),
        message('difference.lost', { values: list('paris.dr.example') }),
      ),
      row('aspect.valid_until', { minute: '2027-11-24T12:00:00Z' }, { minute: '2026-12-02T12:00:00Z' }),
      row('aspect.issuer', { text: 'Example Corp Issuing CA 2' }, { text: 'Example Corp Issuing CA 2' }),
      row('aspect.key', { text: 'RSA 3072' }, { text: 'RSA 2048' }, message('difference.another_key')),
    ],
  },
  made: {
    path: '/home/ada/certificates/vcda.paris.example.p12',
    says: 'AES-256 with HMAC-SHA-256, one entry, 3 certificates; opened again with our own reader.',
    hasPassword: true,
    copied: true,
  },
};

export const passwordMissing: DoctorView = {
  ...nothingYet,
  files: [
    file('paris-2027.pfx', {
      answer: 'passwordNeeded',
      says: 'PKCS#12 keystore, encrypted',
      encryption: [],
      contents: [],
    }),
  ],
};

/** Each of the answers, in one drop. */
export const everyAnswer: DoctorView = {
  ...nothingYet,
  files: [
    file('chain.pem', {
      says: 'PEM text: 2 certificates',
      encryption: [],
      contents: ['Certificate Example Corp Root'],
    }),
    closed('paris.pfx', 'wrongPassword', problem('bundle.wrong_password')),
    closed(
      'old-firefox.p12',
      'unsupportedEncryption',
      problem('bundle.unsupported_encryption', { algorithm: 'RC4-128' }),
    ),
    closed('ten-million.p12', 'tooSlow', {
      ...problem('bundle.too_slow'),
      message: message('bundle.asks_for', {
        work: inside('work.rounds', { rounds: 10_000_000 }),
        takes: { seconds: 4 },
      }),
      todo: message('bundle.open_anyway'),
    }),
    closed(
      'half.p12',
      'damaged',
      problem('bundle.damaged', { at: 'byte 1024', what: 'it ends in the middle of a block' }),
    ),
    closed(
      'vcda.bks',
      'notAKeystore',
      problem('bundle.not_a_keystore', { kind: inside('looks.bouncy_castle_keystore') }),
    ),
    closed('disk-image.iso', 'notRead', problem('bundle.too_large', { limit: 1_048_576 })),
  ],
  problem: problem('bundle.no_key'),
};

const fortyNames = Array.from({ length: 40 }, (_, n) => `tenant-${n + 1}.service-provider.example`);

/** Names that are long, many, international, or that try to look like something else. */
export const oddNames: DoctorView = {
  ...oneGoodFile,
  files: [
    file(
      `Certificate for the public service endpoint of the second data centre in Paris, renewed in November 2026, final (3).p12`,
    ),
    file('evil\\u{202e}21p.elif.pem', { says: 'PEM text: 1 private key', encryption: [] }),
    file('証明書-パリ-2027.pem', { says: 'PEM text: 2 certificates', encryption: [] }),
  ],
  entry: {
    ...entry,
    certificate: certificate('odd', {
      names: ['xn--pris-5na.example', 'a\\u{202e}elpmaxe.sirap', ...fortyNames],
      commonName: 'a\\u{202e}elpmaxe.sirap',
      subject: 'CN=a\\u{202e}elpmaxe.sirap, O=Entreprise de télécommunications et de services numériques du Sud-Ouest',
    }),
    strangers: [issuer('Some Other Corp Issuing CA', 200)],
    leftOut: ['One certificate was there twice.', 'One private key has no certificate here.'],
  },
};

export const longChain: DoctorView = {
  ...oneGoodFile,
  entry: {
    ...entry,
    acceptable: false,
    says: 'The appliance would not get along with this: one promise is broken.',
    chain: Array.from({ length: 11 }, (_, n) =>
      issuer(`Example Corp Cross-Certified Subordinate Authority ${n + 1}`, n * 300 - 100),
    ),
    missing: {
      issuer: 'CN=Example Corp Offline Root 2009, OU=Trust Services, O=Example Corp, C=FR',
      keyId: '5B:8E:0C:11:7A:40:93:DE:21:4F:66:A0:0B:C3:19:7D:E8:52:30:9F',
      address: 'http://pki.example.com/offline-root-2009.cer',
    },
    added: [
      'Example Corp Cross-Certified Subordinate Authority 11 came from the certificates that this computer trusts.',
    ],
    promises: [
      promise('chain_is_complete.missing', 'warning', {
        missing: inside('missing.issuer', { issuer: 'CN=Example Corp Offline Root 2009' }),
      }),
      ...entry.promises.filter(({ name }) => name !== 'chain_is_complete'),
    ],
  },
};

export const withoutKey: DoctorView = {
  ...oneGoodFile,
  files: [file('reply.p7b', { says: 'PKCS#7 certificates: 3 certificates', encryption: [] })],
  entry: {
    ...entry,
    hasKey: false,
    acceptable: false,
    says: 'The private key is not among the files.',
    changes: [],
  },
};

export const replyFound: DoctorView = {
  ...oneGoodFile,
  files: [
    file('reply.cer', { says: 'PEM: 3 certificates', encryption: [] }),
    file('Key of the request for vcda.paris.example', { waited: true, says: 'PEM: 1 private key' }),
  ],
  replies: [
    {
      request: 'new',
      says: 'This is the reply to the request for vcda.paris.example of 3 November 2026. Its key is here.',
      changes: ['Asked for and not in the certificate: 10.0.0.7.'],
    },
  ],
};

export const strayReply: DoctorView = {
  ...withoutKey,
  replies: [
    {
      request: null,
      says: 'Its private key is not here, and no request that waits here asked for it.',
      changes: [],
    },
  ],
};

/** Two keys with a certificate in one file: the person chooses. */
export const twoEntries: DoctorView = {
  ...nothingYet,
  files: [file('both.p12', { contents: ['Private key, RSA 2048', 'Private key, RSA 2048'] })],
  entries: ['old', 'new'].map((name) => ({
    id: `SHA-256:${name}`,
    label: name,
    says: `CN=${name}.paris.dr.example, until 2027-02-01`,
    isChosen: false,
  })),
};
