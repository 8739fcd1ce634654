//! Whether the numbers of an RSA key belong together. A key with one altered bit still looks like a key, and
//! its public half may fit the certificate: it would be found out by the first client of the appliance.

use rsa::BoxedUint;

/// The numbers of larger keys are let be: to multiply them takes long, and nobody has such keys.
const MOST_BYTES: usize = 2048;

/// Whether the numbers of a key of two primes belong together, in the order of RFC 8017, A.1.2: modulus,
/// public exponent, and `others`: private exponent, the primes, the private exponent by each, and the
/// coefficient. None has leading zeros; one that is zero was left out by whoever wrote the file.
pub(crate) fn belong_together(modulus: &[u8], public: &[u8], others: &[Vec<u8>; 6]) -> bool {
    let [private, first, second, by_first, by_second, coefficient] = others;
    let are_told = [modulus, public, private, first, second]
        .iter()
        .all(|bytes| (1..=MOST_BYTES).contains(&bytes.len()));
    if !are_told {
        return true;
    }
    let (p, q) = (number(first), number(second));
    let is_undone = |prime: &BoxedUint| undoes(&number(private), &number(public), &less_one(prime));
    let fits = |share: &[u8], prime: &BoxedUint| {
        share.is_empty() || is_remainder(&number(share), &number(private), &less_one(prime))
    };
    product(&p, &q) == number(modulus)
        && is_undone(&p)
        && is_undone(&q)
        && fits(by_first, &p)
        && fits(by_second, &q)
        && (coefficient.is_empty() || undoes(&number(coefficient), &q, &p))
}

fn number(bytes: &[u8]) -> BoxedUint {
    BoxedUint::from_be_slice_vartime(bytes)
}

#[expect(
    deprecated,
    reason = "the trait that takes its place is not among what rsa passes on"
)]
fn product(one: &BoxedUint, other: &BoxedUint) -> BoxedUint {
    one.mul(other)
}

fn less_one(prime: &BoxedUint) -> BoxedUint {
    prime.wrapping_sub(BoxedUint::one())
}

/// Whether one number times the other leaves one.
fn undoes(one: &BoxedUint, other: &BoxedUint, modulus: &BoxedUint) -> bool {
    is_remainder(&BoxedUint::one(), &product(one, other), modulus)
}

/// Whether `number` leaves this remainder.
fn is_remainder(remainder: &BoxedUint, number: &BoxedUint, modulus: &BoxedUint) -> bool {
    let modulus = modulus.to_nz().into_option();
    modulus.is_some_and(|modulus| number.rem_vartime(&modulus) == *remainder)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 61 and 53, the textbook's.
    fn textbook() -> [Vec<u8>; 8] {
        let number = |value: u16| {
            let bytes = value.to_be_bytes();
            bytes.into_iter().skip_while(|byte| *byte == 0).collect()
        };
        [3233, 17, 2753, 61, 53, 53, 49, 38].map(number)
    }

    fn is_good(numbers: [Vec<u8>; 8]) -> bool {
        let [modulus, public, others @ ..] = numbers;
        belong_together(&modulus, &public, &others)
    }

    #[test]
    fn one_altered_number_is_found() {
        assert!(is_good(textbook()));
        for place in 0..8 {
            let mut altered = textbook();
            altered[place][0] ^= 2;
            assert!(!is_good(altered), "number {place}");
        }
    }

    #[test]
    fn what_a_program_leaves_out_speaks_against_nothing() {
        let mut short = textbook();
        short.iter_mut().skip(5).for_each(Vec::clear);
        assert!(is_good(short.clone()));
        short.iter_mut().skip(3).for_each(Vec::clear);
        assert!(is_good(short));
    }

    #[test]
    fn a_prime_of_one_is_none() {
        let mut odd = textbook();
        (odd[3], odd[0]) = (vec![1], vec![53]);
        assert!(!is_good(odd));
    }
}
