//! Each fault of the lab ends in a named problem, and the others are done.
