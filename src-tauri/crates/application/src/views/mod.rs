//! What faces show and are asked for, one file a screen. The window's TypeScript is made from these types.

pub mod add_site;
pub mod app;
pub mod certificates;
pub mod lab;
pub mod replace;
pub mod requests;
pub mod run;
pub mod secret;
pub mod site;
pub mod sites;
