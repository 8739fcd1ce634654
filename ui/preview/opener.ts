// What the core does with a sealed secret, made anew from the standards so that the page's sealing is tested against another.
import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto';

const key = createECDH('prime256v1');

export const opener = {
  publicKey: [...key.generateKeys()],

  /** The text that a page has sealed: its public key of 65 bytes, the ciphertext, a tag of 16. */
  open(sealed: Uint8Array): string {
    const agreed = key.computeSecret(sealed.slice(0, 65));
    const derived = hkdfSync('sha256', agreed, new Uint8Array(), 'reseal typed secret', 32);
    const decipher = createDecipheriv('aes-256-gcm', new Uint8Array(derived), new Uint8Array(12));
    decipher.setAuthTag(sealed.slice(-16));
    return Buffer.concat([decipher.update(sealed.slice(65, -16)), decipher.final()]).toString('utf8');
  },
};
