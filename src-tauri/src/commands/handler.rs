//! Who answers each command of the list.

use tauri::{Builder, Runtime};

macro_rules! commands {
    ($($module:ident :: $name:ident : $($window:ident),+ ;)+) => {
        /// Lets a builder answer every command of the list.
        pub(crate) fn answering<R: Runtime>(builder: Builder<R>) -> Builder<R> {
            builder.invoke_handler(tauri::generate_handler![
                $(crate::commands::$module::$name),+
            ])
        }
    };
}

include!("list.in");
