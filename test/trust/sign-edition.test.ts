import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { isSignatureOf, readPublicKey, signEdition } from '../../src/trust/sign-edition.ts';

const DIGEST = '0123456789abcdef'.repeat(4);

function makeKeys(): { readonly secret: string; readonly open: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    secret: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    open: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function sign(digest: string, secret: string) {
  const signature = signEdition(digest, secret);
  assert.ok(typeof signature !== 'string', String(signature));
  return signature;
}

test('a signature is of its digest and key, and of no others', () => {
  const [ours, theirs] = [makeKeys(), makeKeys()];
  const signature = sign(DIGEST, ours.secret);
  assert.ok(isSignatureOf(signature));
  assert.deepEqual(readPublicKey(ours.open), { key: signature.key });
  assert.ok(!isSignatureOf({ ...signature, digest: DIGEST.replace('0', '1') }));
  assert.ok(!isSignatureOf({ ...signature, key: sign(DIGEST, theirs.secret).key }));
  assert.ok(!isSignatureOf({ ...signature, signature: '00'.repeat(64) }));
  assert.ok(!isSignatureOf({ ...signature, key: 'zz' }));
});

test('the same key signs the same digest in the same way', () => {
  const { secret } = makeKeys();
  assert.deepEqual(sign(DIGEST, secret), sign(DIGEST, secret));
});

test('what is no key of the right kind is told in words', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  assert.match(String(signEdition(DIGEST, other)), /a key for ec; expected one for ed25519/);
  assert.match(
    String(signEdition(DIGEST, 'hello')),
    /cannot be read as a key; expected a private key in PEM/,
  );
  assert.match(String(readPublicKey('')), /cannot be read as a key; expected a public key in PEM/);
});
