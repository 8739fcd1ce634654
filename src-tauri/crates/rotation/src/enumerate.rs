//! Names in a sentence.

/// Names in a sentence: "Berlin, Oslo and Rome".
pub(crate) fn enumerate(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
