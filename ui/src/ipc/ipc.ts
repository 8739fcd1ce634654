// The only door to Rust: one function per command, nothing else. All of it is written from Rust (generated/).
export * from './generated/commands';
