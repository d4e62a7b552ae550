"""Values for test/stats/seeded-random.test.ts: xoshiro128** seeded by SHA-256, in exact integers.

python3 test/reference/seeded-random/seeded-random.py
"""
import hashlib
import struct

MASK = 0xFFFFFFFF


def rotl(x, k):
    return ((x << k) | (x >> (32 - k))) & MASK


def stream(words):
    s = list(words)
    while True:
        yield (rotl((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 9) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)


known = stream([1, 2, 3, 4])
assert [next(known) for _ in range(3)] == [11520, 0, 5927040]  # by hand from the definition

for seed in ["plumbline", "plumbline/2", ""]:
    draws = stream(struct.unpack("<4I", hashlib.sha256(seed.encode()).digest()[:16]))
    print(repr(seed), [repr(((next(draws) >> 5) * 2**26 + (next(draws) >> 6)) / 2**53) for _ in range(4)])
