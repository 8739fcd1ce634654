// A typed secret leaves this page sealed to a key of the core's that is used once (src-tauri/src/sealing.rs).

const curve = { name: 'ECDH', namedCurve: 'P-256' };
const purpose = new TextEncoder().encode('reseal typed secret');

/** Our own public key, then the ciphertext. */
export async function sealed(secret: Uint8Array<ArrayBuffer>, to: readonly number[]): Promise<Uint8Array<ArrayBuffer>> {
  const ours = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const theirs = await crypto.subtle.importKey('raw', Uint8Array.from(to), curve, false, []);
  const agreed = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256);
  const key = await derived(agreed);
  // The key seals one text and no other.
  const iv = new Uint8Array(12);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secret);
  const own = await crypto.subtle.exportKey('raw', ours.publicKey);
  const message = new Uint8Array(own.byteLength + ciphertext.byteLength);
  message.set(new Uint8Array(own));
  message.set(new Uint8Array(ciphertext), own.byteLength);
  return message;
}

async function derived(agreed: ArrayBuffer): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', agreed, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: purpose };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
}
