import { createHash } from 'node:crypto';

/**
 * A stream of uniform random numbers in [0, 1) that depends on the seed's text alone: the same on every
 * machine, in every thread. Numbers carry 53 bits.
 *
 * Method: xoshiro128** 1.1 (Blackman and Vigna, 2021, "Scrambled linear pseudorandom number generators",
 * ACM TOMS 47(4)), whose four 32-bit words of state are the first 16 bytes, read as little-endian integers,
 * of the SHA-256 of the seed in UTF-8. Each number takes two draws a and b: (⌊a / 2⁵⌋ · 2²⁶ + ⌊b / 2⁶⌋) / 2⁵³.
 * Seeds that differ in one character give unrelated streams, so `study/a` and `study/b` may stand side by side.
 * Not for secrets.
 */
export function seededRandom(seed: string): () => number {
  const digest = createHash('sha256').update(seed, 'utf8').digest();
  let s0 = digest.readInt32LE(0);
  let s1 = digest.readInt32LE(4);
  let s2 = digest.readInt32LE(8);
  let s3 = digest.readInt32LE(12);

  function draw(): number {
    const result = Math.imul(rotate(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotate(s3, 11);
    return result;
  }

  return () => {
    const high = draw() >>> 5;
    const low = draw() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
