//! The real window, driven as a person drives it.
#![expect(clippy::disallowed_methods, reason = "tests read the machine's clock")]
#![cfg(test)]
#![cfg(target_os = "linux")]

mod add_site;
mod appearance;
mod by_keyboard;
mod by_mouse;
mod counting;
mod cut_off;
mod doctor;
mod hostile_page;
mod odd_certificate;
mod one_window;
mod practice;
mod real_sites;
mod requests;
mod typed_secret;
