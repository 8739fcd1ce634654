//! What was typed about requests for certificates.

use certificate::{Name, RsaSize};

use super::{ArgumentsError, Given};
use crate::wish::{MakeRequest, Request};

impl Given {
    /// One of four: make, list, show, forget.
    pub(super) fn request(&mut self) -> Result<Request, ArgumentsError> {
        let verb = "request";
        self.no_more_words(verb)?;
        if self.has("--list") {
            self.only(verb, &["--list"])?;
            return Ok(Request::List);
        }
        if let Some(id) = self.show.take() {
            self.only(verb, &["--show", "--out"])?;
            return Ok(Request::Show(id));
        }
        if let Some(id) = self.forget.take() {
            self.only(verb, &["--forget"])?;
            return Ok(Request::Forget(id));
        }
        self.only(verb, &["--name", "--size", "--site", "--out"])?;
        self.make_request(verb).map(Request::Make)
    }

    fn make_request(&mut self, verb: &'static str) -> Result<MakeRequest, ArgumentsError> {
        let site = self.site.take().map(|site| site.parse()).transpose()?;
        if self.names.is_empty() && site.is_none() {
            let wanted = "a --name, or the --site whose names it is to bear";
            return Err(ArgumentsError::Missing { wanted, verb });
        }
        let size = match self.size {
            Some(bits) => RsaSize::of(bits).ok_or(ArgumentsError::Size { bits })?,
            None => RsaSize::default(),
        };
        Ok(MakeRequest {
            names: self
                .names
                .iter()
                .map(|name| Name::from(name.as_str()))
                .collect(),
            size,
            site,
            out: self.out.take(),
        })
    }
}
