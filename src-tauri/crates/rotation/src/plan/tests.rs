//! What a plan makes of the facts.
