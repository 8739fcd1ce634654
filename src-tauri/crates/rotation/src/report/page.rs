//! A page under construction. Markup can only be written in this source; everything else is text.

use crate::visible::visible;

/// HTML in the making: text from outside cannot become markup, because only `'static` strings are
/// taken as markup and everything else is escaped.
#[derive(Debug, Default)]
pub(super) struct Page {
    html: String,
}

impl Page {
    /// Markup, as it stands in the source.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.html.push_str(markup);
        self
    }

    /// Text, escaped, with hidden characters made visible.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for c in visible(text).chars() {
            match c {
                '&' => self.html.push_str("&amp;"),
                '<' => self.html.push_str("&lt;"),
                '>' => self.html.push_str("&gt;"),
                '"' => self.html.push_str("&quot;"),
                '\'' => self.html.push_str("&#39;"),
                c => self.html.push(c),
            }
        }
        self
    }

    /// Text of several lines, whose line ends are kept.
    pub(super) fn lines(&mut self, text: &str) -> &mut Self {
        for (n, line) in text.lines().enumerate() {
            if n > 0 {
                self.raw("\n");
            }
            // A thumbprint fills its line from the start instead of breaking at its hyphen.
            if line.trim_start().starts_with("SHA-256:") {
                self.raw("<span class=\"mono\">").text(line).raw("</span>");
            } else {
                self.text(line);
            }
        }
        self
    }

    /// A name from outside: its writing direction stays its own.
    pub(super) fn name(&mut self, name: &str) -> &mut Self {
        self.raw("<bdi>").text(name).raw("</bdi>")
    }

    /// A path or an id within a sentence.
    pub(super) fn code(&mut self, text: &str) -> &mut Self {
        self.raw("<code>").text(text).raw("</code>")
    }

    /// An element with a class; none when the class is empty.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        class: &'static str,
        inside: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.raw("<").raw(tag);
        if !class.is_empty() {
            self.raw(" class=\"").raw(class).raw("\"");
        }
        self.raw(">");
        inside(self);
        self.raw("</").raw(tag).raw(">\n")
    }

    /// An element with only text in it.
    pub(super) fn line(&mut self, tag: &'static str, class: &'static str, text: &str) -> &mut Self {
        self.element(tag, class, |page| {
            page.text(text);
        })
    }

    /// A term and what is said of it.
    pub(super) fn fact(&mut self, term: &str, says: &str) -> &mut Self {
        self.line("dt", "", term).line("dd", "", says)
    }

    /// The head of a table: each column's width class and its title.
    pub(super) fn head(&mut self, columns: &[(&'static str, &str)]) -> &mut Self {
        self.element("thead", "", |page| {
            page.element("tr", "", |page| {
                for (width, title) in columns {
                    page.raw("<th scope=\"col\" class=\"").raw(width).raw("\">");
                    page.text(title).raw("</th>");
                }
            });
        })
    }

    /// The page's HTML.
    pub(super) fn into_html(self) -> String {
        self.html
    }
}
