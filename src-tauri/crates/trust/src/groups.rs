//! The sixteen groups of a thumbprint, and how people name them: rows A to D, columns 1 to 4.

use std::fmt;

use certificate::Thumbprint;
use serde::{Serialize, Serializer};

/// How many groups of 16 bits a thumbprint has.
pub(crate) const GROUPS: usize = 16;

/// One group, by its place on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position(u8);

impl Position {
    /// All sixteen, row by row.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..GROUPS as u8).map(Self)
    }

    /// The place as a number from 0 to 15.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", char::from(b'A' + self.0 / 4), self.0 % 4 + 1)
    }
}

impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The value of one group.
pub(crate) fn group(thumbprint: &Thumbprint, position: Position) -> u16 {
    let at = position.index() * 2;
    thumbprint
        .as_bytes()
        .iter()
        .skip(at)
        .take(2)
        .fold(0, |value, byte| value << 8 | u16::from(*byte))
}

/// The groups as five decimal digits each, for the telephone.
pub fn decimal_groups(thumbprint: &Thumbprint) -> [String; GROUPS] {
    let mut positions = Position::all();
    std::array::from_fn(|_| {
        let position = positions
            .next()
            .expect("there are as many positions as groups");
        format!("{:05}", group(thumbprint, position))
    })
}

/// The groups in which two thumbprints differ.
pub fn differing_groups(one: &Thumbprint, other: &Thumbprint) -> Vec<Position> {
    Position::all()
        .filter(|&position| group(one, position) != group(other, position))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Position, decimal_groups, differing_groups};
    use certificate::Thumbprint;

    #[test]
    fn positions_run_from_a1_to_d4() {
        let names: Vec<_> = Position::all()
            .map(|position| position.to_string())
            .collect();
        assert_eq!(
            names.join(" "),
            "A1 A2 A3 A4 B1 B2 B3 B4 C1 C2 C3 C4 D1 D2 D3 D4"
        );
    }

    #[test]
    fn decimal_and_hexadecimal_groups_share_their_places() {
        let thumbprint = Thumbprint::of(b"x");
        for (hexadecimal, decimal) in thumbprint.groups().iter().zip(decimal_groups(&thumbprint)) {
            assert_eq!(
                u16::from_str_radix(hexadecimal, 16).unwrap(),
                decimal.parse::<u16>().unwrap()
            );
            assert_eq!(decimal.len(), 5);
        }
    }

    #[test]
    fn equal_thumbprints_differ_nowhere() {
        assert_eq!(
            differing_groups(&Thumbprint::of(b"x"), &Thumbprint::of(b"x")),
            []
        );
        let mut text = Thumbprint::of(b"x").plain();
        text.replace_range(
            4..8,
            if text.get(4..8) == Some("0000") {
                "0001"
            } else {
                "0000"
            },
        );
        let changed = differing_groups(&Thumbprint::of(b"x"), &text.parse().unwrap());
        assert_eq!(
            changed.iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["A2"]
        );
    }
}
