//! Thousands of altered files: each gets an answer, none panics, none takes long.

use std::collections::BTreeMap;

use certificate::{Contents, LooksLike, Name, Options, ReadError, RsaSize, SelfSigned, join, read};
use cpu_time::ThreadTime;
use secrecy::SecretString;
use time::Duration;

use crate::figures::tell;
use crate::keystores::{Entry, matrix};
use crate::workshop::{Authority, NOW, read_text};

const MUTATIONS: u64 = 20_000;

/// The smallest share of them that must end in an answer which says something.
const SPECIFIC: f64 = 0.995;

/// A small generator with a seed, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides.max(1) as u64).unwrap()
    }

    /// Flips, removes, repeats or inserts some bytes, mostly near the beginning, where the structure is.
    fn mutate(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..1 + self.roll(4) {
            let near = if self.roll(2) == 0 { 300 } else { usize::MAX };
            let place = self.roll(bytes.len().min(near));
            let length = self.roll(24).min(bytes.len() - place);
            match self.roll(8) {
                0 => drop(bytes.drain(place..place + length)),
                1 => bytes.truncate(place),
                2 => bytes
                    .splice(place..place, vec![0x80; length])
                    .for_each(drop),
                3 => {
                    let copy = bytes[place..place + length].to_vec();
                    bytes.splice(place..place, copy).for_each(drop);
                }
                _ => {
                    if let Some(byte) = bytes.get_mut(place) {
                        *byte ^= 1 << self.roll(8);
                    }
                }
            }
        }
    }
}

/// What to do follows from a specific answer: the place of the damage, the algorithm, the other kind of
/// file. "A file of no known kind" leaves people alone with it, unless there is nothing to see in it.
fn is_specific(answer: &Result<Contents, ReadError>, bytes: &[u8]) -> bool {
    match answer {
        Ok(held) => held.keys.len() + held.certificates.len() > 0,
        Err(ReadError::Damaged { at, what }) => !at.is_empty() && !what.is_empty(),
        Err(ReadError::UnsupportedEncryption { algorithm }) => !algorithm.is_empty(),
        Err(ReadError::NotAKeystore { looks_like }) => {
            let is_vague = matches!(looks_like, LooksLike::UnknownBytes | LooksLike::Text);
            !is_vague || bytes.len() < 16
        }
        Err(_) => true,
    }
}

#[test]
fn answers_every_altered_file_specifically() {
    let matrix = matrix();
    let is_quick = |entry: &&Entry| {
        entry.is(&["p12", "pem", "p7b", "der"], &["open", "odd"])
            && !entry.path.contains("iter")
            && !entry.bytes.is_empty()
    };
    let sources: Vec<&Entry> = matrix.iter().filter(is_quick).collect();
    let options = Options {
        hashes: 20_000,
        ..Options::default()
    };
    let mut slowest = 0.0_f64;
    let mut answers: BTreeMap<String, u64> = BTreeMap::new();
    let mut vague = Vec::new();
    for seed in 1..=MUTATIONS {
        let mut dice = Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let source = sources[dice.roll(sources.len())];
        let mut bytes = source.bytes.clone();
        dice.mutate(&mut bytes);
        let password = SecretString::from(source.pw.as_str());
        // Panicking is what would fail here.
        let begun = ThreadTime::now();
        let answer = read(&bytes, Some(&password), &options);
        slowest = slowest.max(begun.elapsed().as_secs_f64());
        let word = answer.as_ref().map_or_else(ReadError::answer, |_| "opened");
        *answers.entry(word.to_owned()).or_default() += 1;
        if !is_specific(&answer, &bytes) {
            vague.push(format!(
                "{} (seed {seed}): {:?}",
                source.path,
                answer.as_ref().err()
            ));
        }
        let _ = answer.map(Contents::into_entry);
    }
    let share = 1.0 - vague.len() as f64 / MUTATIONS as f64;
    println!("{answers:?}; slowest {slowest:.3} s");
    let is_met = tell(
        &format!("{MUTATIONS} altered files: answered specifically"),
        &format!("{:.2} %", share * 100.0),
        &format!("≥ {:.2} %", SPECIFIC * 100.0),
        share >= SPECIFIC,
    );
    assert!(is_met, "{share}: {:#?}", &vague[..vague.len().min(60)]);
    assert!(slowest < 1.0, "the slowest took {slowest} s");
}

#[test]
fn refuses_nesting_of_every_kind() {
    for pattern in [
        &[0x30, 0x80][..],
        &[0x24, 0x80],
        &[0xa0, 0x80],
        &[0x30, 0x84, 0, 0, 0xff, 0xff],
    ] {
        let bytes = [&[0x30, 0x80, 2, 1, 3][..], &pattern.repeat(100_000)].concat();
        assert!(read(&bytes, None, &Options::default()).is_err());
    }
}

#[test]
fn looks_at_sequences_in_sequences_once() {
    let mut nested = Vec::new();
    for _ in 0..22 {
        nested.extend([0x30, 0]);
        let size = u8::try_from(nested.len()).unwrap();
        nested.splice(0..0, [0x30, size]);
    }
    let begun = ThreadTime::now();
    assert!(read(&nested, None, &Options::default()).is_err());
    assert!(begun.elapsed().as_secs_f64() < 0.1, "{:?}", begun.elapsed());
}

#[test]
fn bounds_what_many_certificates_cost() {
    let own = SelfSigned {
        names: vec![Name::from("vcda.example.com")],
        size: RsaSize::Bits2048,
        valid_for: Duration::days(90),
    };
    let own = own.make(NOW).unwrap();
    let key = read(own.key.expose_pkcs8(), None, &Options::default()).unwrap();
    let many = Authority::root().pem().repeat(499) + &own.bundle.leaf.to_pem();
    let begun = ThreadTime::now();
    let held = read_text(&many);
    let bundle = join(vec![key, held]).into_bundle().unwrap();
    assert_eq!((bundle.duplicates, bundle.strangers.len()), (498, 1));
    assert!(begun.elapsed().as_secs_f64() < 1.0, "{:?}", begun.elapsed());
    let more = many.repeat(2);
    let refused = read(more.as_bytes(), None, &Options::default()).unwrap_err();
    assert!(
        matches!(refused, ReadError::TooMany { limit: 500, .. }),
        "{refused}"
    );
}
