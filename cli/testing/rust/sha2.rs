//! Stands in for the crate of that name: SHA-256 (FIPS 180-4) behind the part of its interface that exported tests use.

pub trait Digest {
    fn digest(data: impl AsRef<[u8]>) -> Vec<u8>;
}

pub struct Sha256;

/// The first 32 bits of the fractional part of the `root`-th root of `prime`.
fn fraction(prime: u32, root: u32) -> u32 {
    let wanted = u128::from(prime) << (32 * root);
    let (mut low, mut high) = (0u128, 1u128 << 40);
    while low + 1 < high {
        let middle = (low + high) / 2;
        if middle
            .checked_pow(root)
            .is_some_and(|power| power <= wanted)
        {
            low = middle;
        } else {
            high = middle;
        }
    }
    low as u32
}

fn primes() -> impl Iterator<Item = u32> {
    (2u32..).filter(|number| (2..*number).all(|divisor| number % divisor != 0))
}

fn padded(data: &[u8]) -> Vec<u8> {
    let mut bytes = data.to_vec();
    bytes.push(0x80);
    bytes.resize((data.len() + 9).div_ceil(64) * 64 - 8, 0);
    bytes.extend((data.len() as u64 * 8).to_be_bytes());
    bytes
}

fn expanded(block: &[u8]) -> Vec<u32> {
    let mut words: Vec<u32> = block
        .chunks(4)
        .map(|four| u32::from_be_bytes(four.try_into().expect("four bytes")))
        .collect();
    for at in 16..64 {
        let (far, near) = (words[at - 15], words[at - 2]);
        let first = far.rotate_right(7) ^ far.rotate_right(18) ^ (far >> 3);
        let second = near.rotate_right(17) ^ near.rotate_right(19) ^ (near >> 10);
        let sum = words[at - 16]
            .wrapping_add(first)
            .wrapping_add(words[at - 7]);
        words.push(sum.wrapping_add(second));
    }
    words
}

fn compress(state: &mut [u32; 8], block: &[u8], constants: &[u32]) {
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for (word, constant) in expanded(block).into_iter().zip(constants) {
        let first = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let one = [first, choice, *constant, word]
            .into_iter()
            .fold(h, u32::wrapping_add);
        let second = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let two = second.wrapping_add((a & b) ^ (a & c) ^ (b & c));
        (h, g, f, e) = (g, f, e, d.wrapping_add(one));
        (d, c, b, a) = (c, b, a, one.wrapping_add(two));
    }
    for (old, new) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *old = old.wrapping_add(new);
    }
}

impl Digest for Sha256 {
    fn digest(data: impl AsRef<[u8]>) -> Vec<u8> {
        let constants: Vec<u32> = primes().take(64).map(|prime| fraction(prime, 3)).collect();
        let start: Vec<u32> = primes().take(8).map(|prime| fraction(prime, 2)).collect();
        let mut state: [u32; 8] = start.try_into().expect("eight words");
        for block in padded(data.as_ref()).chunks(64) {
            compress(&mut state, block, &constants);
        }
        state.into_iter().flat_map(u32::to_be_bytes).collect()
    }
}
