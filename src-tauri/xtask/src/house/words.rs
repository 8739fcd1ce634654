//! The catalogue held against what the code tells: every message that is made has its sentence in English and gets
//! the arguments that its sentence takes, in every language; none is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;

use super::source::{Made, Room};
use crate::programs::root;
use crate::say;
use crate::stop::Stop;

/// Where the catalogue is: one folder a language.
const CATALOGUE: &str = "src-tauri/crates/words/locales";

/// The language that has every message.
const ENGLISH: &str = "en";

/// The window says these itself, and its own check reads them.
const OF_THE_WINDOW: &str = "window-";

/// What one message, or one term, takes and names.
#[derive(Default)]
struct Taken {
    variables: BTreeSet<String>,
    /// The messages and terms that its patterns hand on to; a term begins with a hyphen.
    names: BTreeSet<String>,
}

type Language = BTreeMap<String, Taken>;

/// Every breach between the catalogue and what the rooms make.
pub(super) fn check(rooms: &[Room]) -> Result<Vec<String>, Stop> {
    let mut broken = Vec::new();
    let languages = languages(&mut broken)?;
    let Some(english) = languages.get(ENGLISH) else {
        return Ok(vec![format!("{CATALOGUE} has no folder {ENGLISH}")]);
    };
    let made: Vec<&Made> = rooms
        .iter()
        .flat_map(|room| &room.files)
        .flat_map(|file| &file.made)
        .collect();
    for one in &made {
        broken.extend(held_against(&languages, one));
    }
    broken.extend(left_over(english, &made));
    for (tag, language) in languages.iter().filter(|(tag, _)| *tag != ENGLISH) {
        broken.extend(translated(tag, language, english));
    }
    Ok(broken)
}

/// How many messages each language lacks: they are told in English.
pub(super) fn tell() -> Result<(), Stop> {
    let mut broken = Vec::new();
    let languages = languages(&mut broken)?;
    let Some(english) = languages.get(ENGLISH) else {
        return Ok(());
    };
    let messages = || english.keys().filter(|id| !id.starts_with('-'));
    let lacking: Vec<String> = languages
        .iter()
        .map(|(tag, language)| {
            let lacks = messages().filter(|id| !language.contains_key(*id)).count();
            format!("{tag} {lacks}")
        })
        .collect();
    say(&format!(
        "messages without a translation, of {}: {}",
        messages().count(),
        lacking.join(", ")
    ));
    Ok(())
}

/// A message gets what its sentence takes in each language, and nothing that it takes in none.
fn held_against(languages: &BTreeMap<String, Language>, made: &Made) -> Vec<String> {
    let id = made.code.replace('.', "-");
    let given: BTreeSet<String> = made.arguments.iter().cloned().collect();
    let mut broken = Vec::new();
    let mut unused = given.clone();
    for (tag, language) in languages {
        if !language.contains_key(&id) {
            // A language that lacks a message falls back to English.
            broken.extend((tag == ENGLISH).then(|| format!("English has no message {id}")));
            continue;
        }
        let takes = variables(language, &id);
        unused.retain(|name| !takes.contains(name));
        let missing: Vec<_> = takes.difference(&given).cloned().collect();
        if !missing.is_empty() {
            broken.push(format!(
                "{id} takes {} in {tag} and does not get that",
                missing.join(", ")
            ));
        }
    }
    if broken.is_empty() && !unused.is_empty() {
        let unused: Vec<_> = unused.into_iter().collect();
        broken.push(format!(
            "{id} gets {} and takes that nowhere",
            unused.join(", ")
        ));
    }
    broken
}

fn left_over(english: &Language, made: &[&Made]) -> Vec<String> {
    let mut used: BTreeSet<String> = made.iter().map(|it| it.code.replace('.', "-")).collect();
    for taken in english.values() {
        used.extend(taken.names.iter().cloned());
    }
    let ids = english.keys();
    ids.filter(|id| !used.contains(*id) && !id.starts_with(OF_THE_WINDOW))
        .map(|id| format!("nobody tells {id}"))
        .collect()
}

fn translated(tag: &str, language: &Language, english: &Language) -> Vec<String> {
    let ids = language.keys().filter(|id| !id.starts_with('-'));
    ids.filter(|id| !english.contains_key(*id))
        .map(|id| format!("{tag} has {id}, which English lacks"))
        .collect()
}

/// The variables of a message and of everything that it hands on to.
fn variables(language: &Language, id: &str) -> BTreeSet<String> {
    let (mut all, mut seen, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![id.to_owned()]);
    while let Some(id) = open.pop() {
        let Some(taken) = language.get(&id).filter(|_| seen.insert(id.clone())) else {
            continue;
        };
        all.extend(taken.variables.iter().cloned());
        open.extend(taken.names.iter().cloned());
    }
    all
}

fn languages(broken: &mut Vec<String>) -> Result<BTreeMap<String, Language>, Stop> {
    let mut languages = BTreeMap::new();
    for folder in listed(&root().join(CATALOGUE))? {
        let mut language = Language::new();
        for file in listed(&folder)? {
            read(&file, &mut language, broken)?;
        }
        languages.insert(name_of(&folder), language);
    }
    Ok(languages)
}

fn listed(folder: &Path) -> Result<Vec<std::path::PathBuf>, Stop> {
    let unread = |source| Stop::File {
        path: folder.display().to_string(),
        source,
    };
    let entries = fs::read_dir(folder).map_err(unread)?;
    let paths: Result<Vec<_>, _> = entries.map(|entry| entry.map(|it| it.path())).collect();
    paths.map_err(unread)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn read(file: &Path, language: &mut Language, broken: &mut Vec<String>) -> Result<(), Stop> {
    let text = fs::read_to_string(file).map_err(|source| Stop::File {
        path: file.display().to_string(),
        source,
    })?;
    let resource = parser::parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
        broken.extend(
            errors
                .iter()
                .map(|error| format!("{}: {error}", file.display())),
        );
        resource
    });
    for entry in &resource.body {
        let (id, value, attributes) = if let Entry::Message(it) = entry {
            (it.id.name.to_owned(), it.value.as_ref(), &it.attributes)
        } else if let Entry::Term(it) = entry {
            (format!("-{}", it.id.name), Some(&it.value), &it.attributes)
        } else {
            continue;
        };
        if language
            .insert(id.clone(), taken(value, attributes))
            .is_some()
        {
            broken.push(format!("{}: {id} is there twice", file.display()));
        }
    }
    Ok(())
}

fn taken(value: Option<&Pattern<&str>>, attributes: &[Attribute<&str>]) -> Taken {
    let mut taken = Taken::default();
    let patterns = value
        .into_iter()
        .chain(attributes.iter().map(|it| &it.value));
    for pattern in patterns {
        taken.pattern(pattern);
    }
    taken
}

impl Taken {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, .. } => {
                self.names.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.names.insert(format!("-{}", id.name));
                if let Some(arguments) = arguments {
                    self.arguments(arguments);
                }
            }
            InlineExpression::FunctionReference { arguments, .. } => self.arguments(arguments),
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        for inline in &arguments.positional {
            self.inline(inline);
        }
        for named in &arguments.named {
            self.inline(&named.value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(text: &str) -> Language {
        let mut language = Language::new();
        let resource = parser::parse(text).expect("it is whole");
        for entry in &resource.body {
            if let Entry::Message(it) = entry {
                language.insert(
                    it.id.name.to_owned(),
                    taken(it.value.as_ref(), &it.attributes),
                );
            }
        }
        language
    }

    fn made(code: &str, arguments: &[&str]) -> Made {
        Made {
            code: code.to_owned(),
            arguments: arguments.iter().map(|it| (*it).to_owned()).collect(),
        }
    }

    #[test]
    fn a_message_gets_exactly_what_its_sentence_takes() {
        let english = language("a-b = { $x } and { c }\n    .todo = { $y }\nc = { $z }\n");
        let german = language("a-b = { $w }\n");
        let both = BTreeMap::from([("en".to_owned(), english), ("de".to_owned(), german)]);
        let held = |code, given: &[&str]| held_against(&both, &made(code, given)).len();
        assert_eq!(held("a.b", &["x", "y", "z", "w"]), 0);
        assert_eq!(held("a.b", &["x", "y", "z"]), 1, "German takes one more");
        assert_eq!(
            held("a.b", &["x", "y", "w"]),
            1,
            "what it hands on to takes one"
        );
        assert_eq!(
            held("a.b", &["w", "x", "y", "z", "v"]),
            1,
            "nobody takes it"
        );
        assert_eq!(held("a.c", &[]), 1, "it is not there");
    }

    #[test]
    fn what_nobody_tells_is_left_over() {
        let english = language("a = { b }\nb = b\nc = c\nwindow-d = d\n");
        let told = made("a", &[]);
        assert_eq!(left_over(&english, &[&told]), ["nobody tells c"]);
    }

    #[test]
    fn a_translation_is_of_something() {
        let (english, german) = (language("a = a\n"), language("a = a\nb = b\n"));
        assert_eq!(translated("de", &german, &english).len(), 1);
    }
}
