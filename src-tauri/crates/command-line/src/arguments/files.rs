//! What was typed about files of certificates: looking into them, joining them, comparing them.

use std::path::PathBuf;

use super::{ArgumentsError, Given};
use crate::wish::{Compare, Doctor, Join, Judging};

impl Given {
    pub(super) fn doctor(&mut self) -> Result<Doctor, ArgumentsError> {
        let verb = "doctor";
        self.only(
            verb,
            &[
                "--write",
                "--older",
                "--entry",
                "--open-anyway",
                "--site",
                "--complete",
                "--fetch-issuers",
            ],
        )?;
        let files = self.files(verb)?;
        let write = self.write.take();
        let older = self.has("--older");
        if older && write.is_none() {
            let wanted = "--write OUT with --older";
            return Err(ArgumentsError::Missing { wanted, verb });
        }
        Ok(Doctor {
            files,
            write,
            older,
            open_anyway: self.has("--open-anyway"),
            entry: self.entry.take(),
            judging: self.judging()?,
        })
    }

    pub(super) fn join(&mut self) -> Result<Join, ArgumentsError> {
        let verb = "join";
        self.only(
            verb,
            &[
                "--write",
                "--older",
                "--entry",
                "--site",
                "--complete",
                "--fetch-issuers",
            ],
        )?;
        let files = self.files(verb)?;
        let wanted = "--write OUT";
        let missing = ArgumentsError::Missing { wanted, verb };
        Ok(Join {
            files,
            write: self.write.take().ok_or(missing)?,
            older: self.has("--older"),
            entry: self.entry.take(),
            judging: self.judging()?,
        })
    }

    pub(super) fn compare(&mut self) -> Result<Compare, ArgumentsError> {
        let verb = "compare";
        self.only(verb, &[])?;
        let files = self.files(verb)?;
        let [one, other] = <[PathBuf; 2]>::try_from(files).map_err(|_| {
            let wanted = "two certificates, each a FILE or the ADDRESS where it is in use";
            ArgumentsError::Missing { wanted, verb }
        })?;
        Ok(Compare { one, other })
    }

    fn files(&mut self, verb: &'static str) -> Result<Vec<PathBuf>, ArgumentsError> {
        if self.words.is_empty() {
            let wanted = "at least one FILE";
            return Err(ArgumentsError::Missing { wanted, verb });
        }
        Ok(self.words.drain(..).map(PathBuf::from).collect())
    }

    fn judging(&mut self) -> Result<Judging, ArgumentsError> {
        Ok(Judging {
            site: self.site.take().map(|site| site.parse()).transpose()?,
            complete: self.has("--complete"),
            fetch_issuers: self.has("--fetch-issuers"),
        })
    }
}
