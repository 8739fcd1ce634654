// Sample files for the certificate doctor: each of the answers, odd names, long chains.
import type { DoctorView } from '../../src/ipc/generated/DoctorView';
import type { EntryView } from '../../src/ipc/generated/EntryView';
import type { FileView } from '../../src/ipc/generated/FileView';
import type { PromiseView } from '../../src/ipc/generated/PromiseView';
import { certificate, newOfParis } from './certificates';

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

function closed(name: string, answer: FileView['answer'], what: string, todo: string): FileView {
  const problem = { code: `bundle.${answer}`, what, meaning: 'Nothing was sent to any site.', todo, quote: null };
  return file(name, { answer, says: '', encryption: [], contents: [], problem });
}

const kept = (name: string, says: string): PromiseView => ({
  name,
  kept: 'yes',
  says,
  means: '',
  todo: '',
  source: 'docs/vcda-api.md §2.7',
});

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
    kept('key_matches', 'The key belongs to the certificate.'),
    kept('one_entry', 'One key with its certificate.'),
    kept('key_is_rsa', 'The key is RSA 3072.'),
    kept('names_cover', 'The names cover vcda.paris.example.'),
    kept('chain_is_complete', 'The chain is complete, 3 certificates.'),
    {
      name: 'authority_stands_behind',
      kept: 'warning',
      says: 'A private CA signed it.',
      means: 'On-premises sites that do not know this CA may have to re-pair.',
      todo: 'Tell their owners beforehand.',
      source: 'docs/vcda-api.md §2.7',
    },
  ],
  acceptable: true,
  changes: [
    { what: 'File', before: 'PKCS#12 keystore', after: 'PKCS#12 keystore', differs: false, says: null },
    {
      what: 'Encryption',
      before: '3DES (PKCS#12, SHA-1, 2048 rounds)',
      after: 'AES-256 with HMAC-SHA-256',
      differs: true,
      says: null,
    },
    { what: 'Entries', before: '1', after: '1', differs: false, says: null },
    {
      what: 'Certificates',
      before: '3, in another order',
      after: '3, from the certificate upward',
      differs: true,
      says: null,
    },
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
    says: 'Two certificates for the same name, each with a key of its own.',
    rows: [
      {
        what: 'Names',
        before: 'vcda.paris.example, paris.dr.example',
        after: 'vcda.paris.example',
        differs: true,
        says: 'paris.dr.example is lost.',
      },
      { what: 'Valid until', before: '24 Nov 2027', after: '2 Dec 2026', differs: true, says: null },
      {
        what: 'Issuer',
        before: 'Example Corp Issuing CA 2',
        after: 'Example Corp Issuing CA 2',
        differs: false,
        says: null,
      },
      { what: 'Key', before: 'RSA 3072', after: 'RSA 2048', differs: true, says: 'Another key.' },
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
    closed(
      'paris.pfx',
      'wrongPassword',
      'The password does not open the file.',
      'Type it again; mind upper and lower case.',
    ),
    closed(
      'old-firefox.p12',
      'unsupportedEncryption',
      'The file is protected with RC4-128, which is not supported.',
      'Export it again with AES-256. The password is not the problem.',
    ),
    closed(
      'ten-million.p12',
      'tooSlow',
      'Opening the file takes 10,000,000 rounds of key derivation; that is about 4 s on this computer.',
      'Open it anyway, or export it again with fewer rounds.',
    ),
    closed(
      'half.p12',
      'damaged',
      'The file is damaged at byte 1024: it ends in the middle of a block.',
      'Fetch or export it again.',
    ),
    closed(
      'vcda.bks',
      'notAKeystore',
      'This is a Bouncy Castle keystore (BKS, UBER or BCFKS), not a certificate.',
      "Convert it first, with the provider's jar at hand: keytool -importkeystore -srckeystore FILE -srcstoretype BKS -destkeystore NEW.p12 -deststoretype PKCS12 -providerpath bcprov.jar -providerclass org.bouncycastle.jce.provider.BouncyCastleProvider (in place of BKS perhaps UBER or BCFKS)",
    ),
    closed(
      'disk-image.iso',
      'notRead',
      'disk-image.iso is larger than 1 MiB.',
      'Choose the file that holds the certificate.',
    ),
  ],
  problem: {
    code: 'bundle.no_key',
    what: 'There is no private key among the files.',
    meaning: 'Without the key the appliance cannot use the certificate.',
    todo: 'Drop the file of the key here, or join the reply with its request.',
    quote: null,
  },
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
      {
        name: 'chain_is_complete',
        kept: 'no',
        says: 'The chain ends below Example Corp Offline Root 2009.',
        means: 'Peers and browsers that do not know the missing certificate refuse the connection.',
        todo: 'Complete the chain.',
        source: 'docs/vcda-api.md §2.7',
      },
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
