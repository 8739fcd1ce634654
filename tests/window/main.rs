//! The real window, driven as a person drives it.
#![cfg(test)]
#![cfg(target_os = "linux")]

mod add_site;
mod appearance;
mod by_keyboard;
mod by_mouse;
mod cut_off;
mod doctor;
mod odd_certificate;
mod practice;
mod real_sites;
mod requests;
