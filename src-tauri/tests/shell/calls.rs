//! The typed calls of the pages, from the commands as they are written in Rust.

#![expect(
    clippy::panic,
    clippy::wildcard_enum_match_arm,
    reason = "a command whose types this does not understand ends the test"
)]

use std::{collections::BTreeSet, fs, path::Path};

use syn::{
    Attribute, Expr, ExprLit, FnArg, GenericArgument, ItemFn, Lit, Meta, Pat, PathArguments,
    ReturnType, Type, TypePath,
};

macro_rules! commands {
    ($($module:ident :: $name:ident : $($window:ident),+ ;)+) => {
        const COMMANDS: &[(&str, &str)] = &[$((stringify!($module), stringify!($name))),+];
    };
}

include!("../../src/commands/list.in");

/// Generic types, and those of Tauri's that tell who asks: a page sends nothing for them.
const NOT_SENT: [&str; 3] = ["AppHandle", "State", "WebviewWindow"];

/// The whole file: one function a command, in the order of the list.
pub(crate) fn text() -> String {
    let (mut used, mut calls) = (BTreeSet::new(), String::new());
    for (module, name) in COMMANDS {
        let call = Call::of(&command(module, name), &mut used);
        calls.push_str(&call.written());
    }
    let mut text = "// This file is written by the tests of the shell, from src-tauri/src/commands. Do not edit \
                    this file manually.\nimport { Channel, invoke } from '@tauri-apps/api/core';\n"
        .to_owned();
    for name in used {
        text.push_str(&format!("import type {{ {name} }} from './{name}';\n"));
    }
    text + &calls
}

fn command(module: &str, name: &str) -> ItemFn {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/commands");
    let source = fs::read_to_string(folder.join(format!("{module}.rs"))).unwrap();
    let items = syn::parse_file(&source).unwrap().items.into_iter();
    let mut functions = items.filter_map(|item| match item {
        syn::Item::Fn(function) => Some(function),
        _ => None,
    });
    functions
        .find(|function| function.sig.ident == name)
        .unwrap_or_else(|| panic!("{module}.rs has no {name}"))
}

/// A call as a page makes it.
struct Call {
    name: String,
    says: Vec<String>,
    arguments: Vec<Argument>,
    answer: String,
}

struct Argument {
    name: String,
    of: Sent,
}

/// What a page sends for an argument.
enum Sent {
    /// A value of this type.
    Value(String),
    /// A function that takes what comes later.
    Channel(String),
    /// Bytes that are the whole of the message.
    Bytes,
}

impl Call {
    fn of(function: &ItemFn, used: &mut BTreeSet<String>) -> Self {
        let arguments = function.sig.inputs.iter();
        Self {
            name: function.sig.ident.to_string(),
            says: function.attrs.iter().filter_map(doc).collect(),
            arguments: arguments.filter_map(|it| argument(it, used)).collect(),
            answer: match &function.sig.output {
                ReturnType::Default => "null".to_owned(),
                ReturnType::Type(_, answer) => typed(answer, used),
            },
        }
    }

    fn written(&self) -> String {
        let (name, answer) = (camel(&self.name), &self.answer);
        let says = self.says.join("\n * ");
        let takes: Vec<String> = self.arguments.iter().map(Argument::declared).collect();
        let mut sends = format!("'{}'", self.name);
        match self.arguments.as_slice() {
            [] => {}
            [
                Argument {
                    name,
                    of: Sent::Bytes,
                },
            ] => sends.push_str(&format!(", {name}")),
            several => {
                let several: Vec<String> = several.iter().map(Argument::sent).collect();
                sends.push_str(&format!(", {{ {} }}", several.join(", ")));
            }
        }
        format!(
            "\n/**\n * {says}\n */\nexport const {name} = ({}) => invoke<{answer}>({sends});\n",
            takes.join(", ")
        )
    }
}

impl Argument {
    /// What may be nothing may be left out.
    fn declared(&self) -> String {
        let name = &self.name;
        match &self.of {
            Sent::Value(of) if of.ends_with("| null") => format!("{name}: {of} = null"),
            Sent::Value(of) => format!("{name}: {of}"),
            Sent::Channel(of) => format!("{name}: (message: {of}) => void"),
            Sent::Bytes => format!("{name}: Uint8Array"),
        }
    }

    fn sent(&self) -> String {
        match &self.of {
            Sent::Channel(of) => format!("{0}: new Channel<{of}>({0})", self.name),
            Sent::Value(_) | Sent::Bytes => self.name.clone(),
        }
    }
}

fn argument(input: &FnArg, used: &mut BTreeSet<String>) -> Option<Argument> {
    let FnArg::Typed(input) = input else {
        return None;
    };
    let (Pat::Ident(name), Type::Path(of)) = (&*input.pat, &*input.ty) else {
        panic!("a command takes plain arguments");
    };
    let name = camel(&name.ident.to_string());
    let last = of.path.segments.last().unwrap();
    let of = match last.ident.to_string().as_str() {
        ours if NOT_SENT.contains(&ours) => return None,
        "Request" => Sent::Bytes,
        "Channel" => Sent::Channel(inner(of, used).remove(0)),
        _ => Sent::Value(typed(&input.ty, used)),
    };
    Some(Argument { name, of })
}

/// The TypeScript for a type of Rust.
fn typed(of: &Type, used: &mut BTreeSet<String>) -> String {
    let path = match of {
        Type::Tuple(nothing) if nothing.elems.is_empty() => return "null".to_owned(),
        Type::Path(path) => path,
        _ => panic!("a command takes and answers with plain types"),
    };
    let name = path.path.segments.last().unwrap().ident.to_string();
    match name.as_str() {
        "String" => "string".to_owned(),
        "bool" => "boolean".to_owned(),
        "Answer" => inner(path, used).remove(0),
        "Option" => format!("{} | null", inner(path, used)[0]),
        "Vec" => format!("{}[]", inner(path, used)[0]),
        _ => {
            used.insert(name.clone());
            name
        }
    }
}

fn inner(of: &TypePath, used: &mut BTreeSet<String>) -> Vec<String> {
    let last = of.path.segments.last().unwrap();
    let PathArguments::AngleBracketed(inner) = &last.arguments else {
        panic!("{} has something in it", last.ident);
    };
    let types = inner.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(of) => Some(typed(of, used)),
        _ => None,
    });
    types.collect()
}

fn doc(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(said) = &attribute.meta else {
        return None;
    };
    match &said.value {
        Expr::Lit(ExprLit {
            lit: Lit::Str(text),
            ..
        }) if said.path.is_ident("doc") => Some(text.value().trim().to_owned()),
        _ => None,
    }
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        let (initial, rest) = word.split_at(1);
        name + &initial.to_uppercase() + rest
    })
}
