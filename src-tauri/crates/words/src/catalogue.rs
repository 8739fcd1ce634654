//! The catalogue's files, built in, as one bundle of messages a language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use message::{Message, message};
use unic_langid::LanguageIdentifier;

/// The messages of one language.
pub(crate) type Bundle = FluentBundle<FluentResource>;

/// The language that has every message.
pub(crate) const ENGLISH: &str = "en";

static FILES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

static BUNDLES: LazyLock<BTreeMap<String, Bundle>> = LazyLock::new(|| {
    let folders = FILES.dirs().filter_map(|folder| {
        let tag = folder.path().file_name()?.to_str()?;
        Some((tag.to_owned(), bundle(tag, folder)?))
    });
    folders.collect()
});

/// The messages of the language with this tag, if it has a folder.
pub(crate) fn of(tag: &str) -> Option<&'static Bundle> {
    BUNDLES.get(tag)
}

/// What the catalogue knows a message by: in Project Fluent an id has no stops.
pub(crate) fn id_of(message: &Message) -> String {
    message.code.replace('.', "-")
}

fn bundle(tag: &str, folder: &Dir<'static>) -> Option<Bundle> {
    let language: LanguageIdentifier = tag.parse().ok()?;
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // The languages at hand are all written from left to right: marks that isolate a name would only be copied along.
    bundle.set_use_isolating(false);
    for file in folder.files() {
        let text = file.contents_utf8()?.to_owned();
        // The lint refuses a file that is not whole; what can be read of one is better than nothing.
        let resource = FluentResource::try_new(text).unwrap_or_else(|(read, _)| read);
        bundle.add_resource_overriding(resource);
    }
    let thousands = thousands(&bundle);
    bundle.set_formatter(Some(match thousands.as_deref() {
        Some(",") => |value, _| number(value, ","),
        Some(".") => |value, _| number(value, "."),
        // A function of this kind knows nothing of its bundle: there is one for each sign.
        Some(_) => |value, _| number(value, "\u{202f}"),
        None => |value, _| number(value, ""),
    }));
    Some(bundle)
}

/// What the language puts between thousands.
fn thousands(bundle: &Bundle) -> Option<String> {
    let pattern = bundle
        .get_message(&id_of(&message!("format.thousands")))?
        .value()?;
    Some(
        bundle
            .format_pattern(pattern, None, &mut Vec::new())
            .into_owned(),
    )
}

/// A whole number with a sign between its thousands; nothing for other values, which have their own form.
fn number(value: &FluentValue<'_>, sign: &str) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = number.as_string().into_owned();
    let is_whole = digits.bytes().all(|digit| digit.is_ascii_digit());
    is_whole.then(|| {
        let mut shown = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                shown.push_str(sign);
            }
            shown.push(digit);
        }
        shown
    })
}
