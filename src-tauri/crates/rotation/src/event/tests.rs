//! Tests of the event's written form.
