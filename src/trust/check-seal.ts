import { isSigned, readSeal } from '../page/seal-pdf.ts';
import { isSignatureOf } from './sign-edition.ts';
import { failed, noted, passed, type VerifyCheck } from './verify-check.ts';

/**
 * What a PDF says of its own bytes: its digest, which shows damage and no more, because whoever changes the file can
 * write a new one; and its signature, which only the holder of the key can make.
 *
 * @param trusted the public key that the reader trusts, in hexadecimal; `undefined` where none was given
 */
export function checkSeal(bytes: Uint8Array, trusted: string | undefined): readonly VerifyCheck[] {
  const read = readSeal(bytes);
  if (typeof read === 'string') {
    const digest = failed('digest', `the file holds no digest of its own: ${read}`);
    return [
      digest,
      ...(trusted === undefined ? [] : [failed('signature', 'there is none that could be checked')]),
    ];
  }
  const { seal, found } = read;
  const digest =
    seal.digest === found
      ? passed('digest', 'the bytes of the PDF are those that its digest is of')
      : failed(
          'digest',
          'the PDF was changed after it was made: its bytes are not those that its digest is of',
        );
  if (!isSigned(seal)) {
    const unsigned = 'nobody has signed it';
    return [digest, trusted === undefined ? noted('signature', unsigned) : failed('signature', unsigned)];
  }
  if (!isSignatureOf({ digest: found, key: seal.key, signature: seal.signature })) {
    const forged =
      'the signature in the PDF is not of these bytes: they were changed after it, or it is made up';
    return [digest, failed('signature', forged)];
  }
  return [digest, judgeKey(seal.key, trusted)];
}

function judgeKey(key: string, trusted: string | undefined): VerifyCheck {
  if (trusted === undefined) {
    return noted(
      'signature',
      `signed by the key ${key}; whose it is, the file cannot tell: give the signer's with --key <file>`,
    );
  }
  return trusted === key
    ? passed('signature', 'signed by the holder of the key that was given')
    : failed('signature', `signed by another key than was given: ${key}`);
}
