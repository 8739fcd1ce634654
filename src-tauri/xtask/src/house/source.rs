//! The product's Rust files as syntax: what they name, what they say, without their tests and attributes.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{
    Attribute, ExprMethodCall, Item, ItemFn, ItemImpl, ItemMod, ItemUse, LitStr, Macro, UseTree,
};

use crate::stop::Stop;

/// A folder of modules: a crate below the shell, or the shell itself.
pub(super) struct Room {
    pub(super) name: String,
    pub(super) files: Vec<File>,
}

/// One file of a room.
pub(super) struct File {
    /// Its module path below the root of the crate; empty for the root itself.
    pub(super) module: Vec<String>,
    /// Every path that is named in it, relative ones resolved: `crate` first where it is one of ours.
    pub(super) paths: Vec<Vec<String>>,
    /// What its root hands on: the name, and the path behind it.
    pub(super) handed_on: Vec<(String, Vec<String>)>,
    /// Its texts, but for those of attributes and of `expect`.
    pub(super) texts: Vec<String>,
    /// The messages that it makes, by `message!` and `problem!`.
    pub(super) made: Vec<Made>,
    /// Lines that are neither empty, nor a comment, nor in a test.
    pub(super) lines: usize,
}

/// A message where it is made: its code, and the names of its arguments.
pub(super) struct Made {
    pub(super) code: String,
    pub(super) arguments: Vec<String>,
}

/// All rooms of the product.
pub(super) fn rooms(top: &Path) -> Result<Vec<Room>, Stop> {
    let shell = top.join("src-tauri/src");
    let mut rooms = vec![Room {
        name: "shell".to_owned(),
        files: files(&shell)?,
    }];
    for package in entries(&top.join("src-tauri/crates"))? {
        rooms.push(Room {
            name: name_of(&package),
            files: files(&package.join("src"))?,
        });
    }
    Ok(rooms)
}

fn files(root: &Path) -> Result<Vec<File>, Stop> {
    let (mut found, mut folders) = (Vec::new(), vec![root.to_owned()]);
    while let Some(folder) = folders.pop() {
        for path in entries(&folder)? {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !is_test(&path) {
                found.push(File::read(root, &path)?);
            }
        }
    }
    Ok(found)
}

/// A file or a folder that holds the tests of its neighbour.
fn is_test(path: &Path) -> bool {
    path.components()
        .any(|part| part.as_os_str() == "tests.rs" || part.as_os_str() == "tests")
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let unread = |source| Stop::File {
        path: folder.display().to_string(),
        source,
    };
    let listed = fs::read_dir(folder).map_err(unread)?;
    let paths: Result<Vec<_>, _> = listed.map(|entry| entry.map(|it| it.path())).collect();
    let mut paths = paths.map_err(unread)?;
    paths.sort();
    Ok(paths)
}

fn name_of(path: &Path) -> String {
    path.file_stem()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

impl File {
    fn read(root: &Path, path: &Path) -> Result<Self, Stop> {
        let text = fs::read_to_string(path).map_err(|source| Stop::File {
            path: path.display().to_string(),
            source,
        })?;
        Self::of(module_of(path.strip_prefix(root).unwrap_or(path)), &text)
            .map_err(|error| Stop::Broken(vec![format!("{}: {error}", path.display())]))
    }

    /// Reads the text of a module.
    pub(super) fn of(module: Vec<String>, text: &str) -> syn::Result<Self> {
        let syntax = syn::parse_file(text)?;
        let mut reader = Reader {
            at: module.clone(),
            file: Self {
                module,
                paths: Vec::new(),
                handed_on: Vec::new(),
                texts: Vec::new(),
                made: Vec::new(),
                lines: lines_of(text),
            },
        };
        reader.visit_file(&syntax);
        Ok(reader.file)
    }
}

fn module_of(path: &Path) -> Vec<String> {
    let mut parts: Vec<_> = path
        .components()
        .map(|part| name_of(part.as_ref()))
        .collect();
    if matches!(
        parts.last().map(String::as_str),
        Some("lib" | "main" | "mod")
    ) {
        parts.pop();
    }
    parts
}

/// Lines of code up to the tests, which stand last.
fn lines_of(text: &str) -> usize {
    let product = text.split("#[cfg(test)]\nmod ").next().unwrap_or(text);
    let is_code = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
    product.lines().filter(is_code).count()
}

struct Reader {
    at: Vec<String>,
    file: File,
}

impl Reader {
    /// Notes a path; one that begins at this module or at the one around it is written from the root.
    fn note(&mut self, path: &[String]) {
        let above = path.iter().take_while(|part| *part == "super").count();
        let resolved = match path.first().map(String::as_str) {
            Some("super") if above <= self.at.len() => {
                let around = &self.at[..self.at.len() - above];
                from_root(around, &path[above..])
            }
            Some("self") => from_root(&self.at, &path[1..]),
            Some(_) => path.to_vec(),
            None => return,
        };
        self.file.paths.push(resolved);
    }

    fn note_tree(&mut self, tree: &UseTree, before: &[String], is_handed_on: bool) {
        match tree {
            UseTree::Path(path) => {
                let with = [before, &[path.ident.to_string()]].concat();
                self.note_tree(&path.tree, &with, is_handed_on);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.note_tree(tree, before, is_handed_on);
                }
            }
            UseTree::Name(name) => {
                self.note_use(before, &name.ident.to_string(), None, is_handed_on);
            }
            UseTree::Rename(rename) => {
                let (name, new) = (rename.ident.to_string(), rename.rename.to_string());
                self.note_use(before, &name, Some(new), is_handed_on);
            }
            _ => self.note(before),
        }
    }

    fn note_use(&mut self, before: &[String], name: &str, new: Option<String>, is_handed_on: bool) {
        let mut path = before.to_vec();
        if name != "self" {
            path.push(name.to_owned());
        }
        if is_handed_on && self.at.is_empty() {
            let named = new.unwrap_or_else(|| name.to_owned());
            self.file.handed_on.push((named, path.clone()));
        }
        self.note(&path);
    }

    /// Notes the message that a macro of this name makes of these tokens, if it makes one.
    fn note_message(&mut self, called: &str, tokens: TokenStream) {
        if called == "message" || called == "problem" {
            self.file.made.extend(made(tokens));
        }
    }

    /// What a macro is given is not syntax yet: its texts and its paths are found among the tokens.
    fn note_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        // The macro whose name and mark of exclamation stood just before.
        let mut called = String::new();
        for token in tokens {
            match token {
                TokenTree::Ident(name) => path.push(name.to_string()),
                TokenTree::Punct(sign) if sign.as_char() == ':' => {}
                TokenTree::Punct(sign) if sign.as_char() == '!' => {
                    called = path.last().cloned().unwrap_or_default();
                    self.note(&std::mem::take(&mut path));
                }
                TokenTree::Punct(_) => self.note(&std::mem::take(&mut path)),
                TokenTree::Group(group) => {
                    self.note(&std::mem::take(&mut path));
                    self.note_message(&std::mem::take(&mut called), group.stream());
                    self.note_tokens(group.stream());
                }
                TokenTree::Literal(literal) => {
                    self.note(&std::mem::take(&mut path));
                    if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
                        self.file.texts.push(text.value());
                    }
                }
            }
        }
        self.note(&path);
    }
}

/// Reads `"code", name = value, …`.
fn made(tokens: TokenStream) -> Option<Made> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let TokenTree::Literal(code) = tokens.first()? else {
        return None;
    };
    let code = syn::parse_str::<LitStr>(&code.to_string()).ok()?.value();
    let is = |token: Option<&TokenTree>, sign: char| matches!(token, Some(TokenTree::Punct(it)) if it.as_char() == sign);
    let arguments = tokens.windows(3).filter_map(|three| match three {
        [before, TokenTree::Ident(name), after]
            if is(Some(before), ',') && is(Some(after), '=') =>
        {
            Some(name.to_string())
        }
        _ => None,
    });
    Some(Made {
        code,
        arguments: arguments.collect(),
    })
}

fn from_root(around: &[String], rest: &[String]) -> Vec<String> {
    let mut path = vec!["crate".to_owned()];
    path.extend(around.iter().chain(rest).cloned());
    path
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        if !is_for_tests(item) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        self.at.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.at.pop();
    }

    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_handed_on = !matches!(item.vis, syn::Visibility::Inherited);
        self.note_tree(&item.tree, &[], is_handed_on);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<_> = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        self.note(&parts);
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        if call.method == "expect" {
            self.visit_expr(&call.receiver);
        } else {
            visit::visit_expr_method_call(self, call);
        }
    }

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.file.texts.push(text.value());
    }

    fn visit_macro(&mut self, made: &'ast Macro) {
        let called = made.path.segments.last().map(|it| it.ident.to_string());
        self.note_message(&called.unwrap_or_default(), made.tokens.clone());
        self.note_tokens(made.tokens.clone());
    }
}

/// Whether an item is compiled for tests alone.
fn is_for_tests(item: &Item) -> bool {
    let (Item::Mod(ItemMod { attrs, .. })
    | Item::Fn(ItemFn { attrs, .. })
    | Item::Use(ItemUse { attrs, .. })
    | Item::Impl(ItemImpl { attrs, .. })) = item
    else {
        return false;
    };
    attrs.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute
                .parse_args::<syn::Path>()
                .is_ok_and(|condition| condition.is_ident("test"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(module: &str, text: &str) -> File {
        let module = module.split("::").filter(|it| !it.is_empty());
        File::of(module.map(str::to_owned).collect(), text).expect("it is Rust")
    }

    fn names(file: &File, path: &str) -> bool {
        file.paths.iter().any(|it| it.join("::") == path)
    }

    #[test]
    fn relative_paths_begin_at_the_root() {
        let file = read(
            "a::b",
            "use super::c::D; fn f() { self::g(super::super::h::i()) }",
        );
        for path in ["crate::a::c::D", "crate::a::b::g", "crate::h::i"] {
            assert!(names(&file, path), "{path} in {:?}", file.paths);
        }
    }

    #[test]
    fn paths_and_texts_inside_macros_are_found() {
        let file = read("a", r#"fn f() { println!("It is {}.", crate::b::c()) }"#);
        assert!(names(&file, "crate::b::c"));
        assert_eq!(file.texts, ["It is {}."]);
    }

    #[test]
    fn messages_are_found_wherever_they_are_made() {
        let text = r#"fn f() { vec![message!("a.b", x = one(2, y), z = message!("c"))]; problem!("d", e = *f) }"#;
        let file = read("a", text);
        let made: Vec<_> = file
            .made
            .iter()
            .map(|it| (it.code.as_str(), it.arguments.join(" ")))
            .collect();
        let wanted = [("a.b", "x z"), ("c", ""), ("d", "e")];
        assert_eq!(made, wanted.map(|(code, all)| (code, all.to_owned())));
    }

    #[test]
    fn tests_attributes_and_expectations_are_passed_over() {
        let text = r#"
            #[error("no such file")] struct E;
            fn f() { g().expect("it was made above"); }
            #[cfg(test)] mod tests { use crate::b; }
        "#;
        let file = read("a", text);
        assert!(file.texts.is_empty() && !names(&file, "crate::b"));
    }

    #[test]
    fn what_the_root_hands_on_is_known_by_its_new_name() {
        let file = read("", "pub use a::{B, C as D};");
        let names: Vec<_> = file
            .handed_on
            .iter()
            .map(|(name, _)| name.as_str())
            .collect();
        assert_eq!(names, ["B", "D"]);
    }
}
