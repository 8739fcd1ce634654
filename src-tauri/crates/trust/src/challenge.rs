//! Comparing a thumbprint by telephone: some groups, drawn by chance, read by one person and typed by another.
//!
//! Whoever prepared a certificate that matches in a few groups does not know which groups will be asked for: with
//! fewer than six matching groups there is no way through, with six the chance is 1 in 8008.

use certificate::Thumbprint;
use rand::Rng;
use rand::seq::index;

use crate::groups::{GROUPS, Position, group};

/// How many groups are asked for.
const ASKED: usize = 6;

/// A challenge that was drawn and waits for its answer.
#[derive(Clone, Debug)]
pub struct Challenge {
    expected: Thumbprint,
    asked: Vec<Position>,
}

/// How a challenge ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every group that was asked for is right.
    Matches,
    /// Some are not.
    Differs {
        /// Which.
        at: Vec<Position>,
    },
}

/// Why an answer is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAnswer {
    /// Another number of groups than was asked for.
    #[error("{wanted} groups were asked for and {given} were typed")]
    WrongCount {
        /// How many were asked for.
        wanted: usize,
        /// How many were typed.
        given: usize,
    },
    /// What was typed for one group is neither four hexadecimal nor five decimal digits.
    #[error("what was typed for {at} is neither four hexadecimal nor five decimal digits")]
    NotAGroup {
        /// Which group.
        at: Position,
    },
}

impl Challenge {
    /// Draws the groups to ask for from this source of randomness.
    pub fn draw(expected: &Thumbprint, source: &mut impl Rng) -> Self {
        let drawn = index::sample(source, GROUPS, ASKED);
        let asked =
            Position::all().filter(|position| drawn.iter().any(|it| it == position.index()));
        Self {
            expected: *expected,
            asked: asked.collect(),
        }
    }

    /// The groups to ask for, in the order of the card.
    pub fn asked(&self) -> &[Position] {
        &self.asked
    }

    /// Compares what was typed, one text for each group that was asked for.
    pub fn answer<S: AsRef<str>>(&self, typed: &[S]) -> Result<Outcome, BadAnswer> {
        if typed.len() != self.asked.len() {
            return Err(BadAnswer::WrongCount {
                wanted: self.asked.len(),
                given: typed.len(),
            });
        }
        let mut at = Vec::new();
        for (&position, text) in self.asked.iter().zip(typed) {
            let value = read_group(text.as_ref()).ok_or(BadAnswer::NotAGroup { at: position })?;
            if value != group(&self.expected, position) {
                at.push(position);
            }
        }
        Ok(if at.is_empty() {
            Outcome::Matches
        } else {
            Outcome::Differs { at }
        })
    }
}

/// Four characters are hexadecimal, five are decimal; spaces do not count.
fn read_group(text: &str) -> Option<u16> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let radix = match digits.len() {
        4 => 16,
        5 => 10,
        _ => return None,
    };
    if digits.starts_with('+') {
        None
    } else {
        u16::from_str_radix(&digits, radix).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{BadAnswer, Challenge, Outcome};
    use crate::groups::decimal_groups;
    use certificate::Thumbprint;
    use rand::SeedableRng;
    use rand::rngs::StdRng;

    fn challenge(seed: u64) -> Challenge {
        Challenge::draw(&Thumbprint::of(b"paris"), &mut StdRng::seed_from_u64(seed))
    }

    fn answers(challenge: &Challenge, groups: &[String; 16]) -> Vec<String> {
        challenge
            .asked()
            .iter()
            .map(|it| groups[it.index()].clone())
            .collect()
    }

    #[test]
    fn asks_for_six_different_groups_that_chance_decides() {
        let asked: std::collections::HashSet<_> = (0..20)
            .map(|seed| challenge(seed).asked().to_vec())
            .collect();
        assert!(
            asked.len() > 10,
            "twenty draws gave only {} questions",
            asked.len()
        );
        for positions in asked {
            let mut distinct = positions.clone();
            distinct.dedup();
            assert_eq!((distinct.len(), positions.is_sorted()), (6, true));
        }
    }

    #[test]
    fn accepts_the_groups_in_both_notations() {
        let (challenge, paris) = (challenge(1), Thumbprint::of(b"paris"));
        let typed = answers(&challenge, &paris.groups());
        let lower: Vec<_> = typed.iter().map(|group| group.to_lowercase()).collect();
        assert_eq!(challenge.answer(&lower), Ok(Outcome::Matches));
        let decimal = answers(&challenge, &decimal_groups(&paris));
        assert_eq!(challenge.answer(&decimal), Ok(Outcome::Matches));
    }

    #[test]
    fn names_the_groups_that_differ() {
        let challenge = challenge(2);
        let mut typed = answers(&challenge, &Thumbprint::of(b"paris").groups());
        typed[3] = if typed[3] == "0000" {
            "0001".into()
        } else {
            "0000".into()
        };
        let at = vec![challenge.asked()[3]];
        assert_eq!(challenge.answer(&typed), Ok(Outcome::Differs { at }));
    }

    #[test]
    fn tells_a_slip_from_a_difference() {
        let challenge = challenge(3);
        let mut typed = answers(&challenge, &Thumbprint::of(b"paris").groups());
        typed[0] = "12".into();
        let at = challenge.asked()[0];
        assert_eq!(challenge.answer(&typed), Err(BadAnswer::NotAGroup { at }));
        let nothing: [&str; 0] = [];
        assert_eq!(
            challenge.answer(&nothing),
            Err(BadAnswer::WrongCount {
                wanted: 6,
                given: 0
            })
        );
    }
}
