//! The questions that only a person can answer, named, with every answer there is.
//!
//! No answer is taken by default and none after a time. Each question says what hangs on it.

use crate::card::CertificateCard;
use crate::enumerate::enumerate;
use crate::event::Event;
use crate::question::{PASTE, Question, QuestionAnswer, STOP};

/// The answer that takes what the peer sites see for the truth.
pub(crate) const ACCEPT: &str = "accept";
/// The answer that sends the replacement again.
pub(crate) const AGAIN: &str = "again";
/// The question whether what answers is the new certificate.
pub(crate) const NEW_CERTIFICATE: &str = "new-certificate";
/// How the question about the replacement of an earlier run begins.
const EARLIER: &str = "earlier-";
/// The question whether to go on although no peer site is ready.
pub(crate) const NO_PEER_READY: &str = "no-peer-ready";
/// The answer that replaces the certificate although no peer site is ready.
pub(crate) const REPLACE: &str = "replace";

/// Is this the new certificate? Asked after a regenerate that told nothing. Where it does not look like one, what the
/// peer sites see is not enough.
pub(crate) fn is_it_the_new_one(
    site: &str,
    witnesses: &[String],
    doubts: &[String],
    seen: CertificateCard,
) -> Question {
    let mut answers = vec![answer(PASTE, "Compare with a pasted thumbprint")];
    let mut meaning = if witnesses.is_empty() {
        format!(
            "Before the password is sent to {site}, it must be certain that this is {site}. No \
             peer site could look at it. Paste the SHA-256 thumbprint from the appliance's console \
             or from vCenter; the comparison is made here, over all of it."
        )
    } else {
        format!(
            "{} see the same certificate as this computer. That rules out somebody near one of \
             them, and not somebody directly in front of {site}. A thumbprint pasted from the \
             appliance's console or from vCenter rules out both.",
            enumerate(witnesses)
        )
    };
    if !doubts.is_empty() {
        let doubts = enumerate(doubts);
        meaning.push_str(&format!(
            " It does not look like one that {site} just made for itself: it {doubts}. Only a pasted thumbprint counts."
        ));
    } else if !witnesses.is_empty() {
        answers.push(answer(ACCEPT, "Go on with what the peer sites see"));
    }
    answers.push(answer(STOP, "Stop here"));
    Question {
        id: NEW_CERTIFICATE.to_owned(),
        what: format!("Is this the certificate that {site} made for itself?"),
        meaning,
        answers,
        paste_thumbprint: true,
        seen: Some(seen),
    }
}

/// The id of the question whether to send this operation's replacement again.
pub(crate) fn again_id(operation: &str) -> String {
    format!("replace-again-{operation}")
}

/// Whether a question is about the replacement of an earlier run.
pub(crate) fn is_about_earlier(question: &str) -> bool {
    question.starts_with(EARLIER)
}

/// Replace it although an earlier run may have? Asked before anything is sent, when the record of that run
/// does not tell what became of its replacement.
pub(crate) fn after_an_earlier_run(site: &str, run: &str, shows: &str) -> Question {
    Question {
        id: format!("{EARLIER}{run}"),
        what: format!(
            "Replace the certificate of {site} although an earlier run may have replaced it?"
        ),
        meaning: format!(
            "The run {run} was about to replace the certificate of {site}, and no record tells what became of it. \
             {shows} A further replacement restarts the services of {site} once more, and the old keystore that the \
             appliance keeps is overwritten by it."
        ),
        answers: vec![
            answer(REPLACE, "Replace it once more"),
            answer(STOP, "Stop here"),
        ],
        paste_thumbprint: false,
        seen: None,
    }
}

/// Send the replacement again? Asked when nobody can say what became of it.
pub(crate) fn send_again(site: &str, operation: &str, was_unauthorised: bool) -> Question {
    let lost = if was_unauthorised {
        format!(
            "{site} answered to the replacement that nobody was signed in. After a new sign-in it shows and reports \
             its old certificate, and knows of no such task: very likely its session had ended."
        )
    } else {
        format!(
            "The answer to the replacement was lost. {site} has kept its old certificate on the wire and in its own \
             report since then, and knows of no such task. Very likely it never received it."
        )
    };
    Question {
        // Each operation is a question of its own: an earlier answer never counts for it.
        id: again_id(operation),
        what: format!("Replace the certificate of {site} once more?"),
        meaning: format!(
            "{lost} Sending it again restarts the services of {site} once more if it did."
        ),
        answers: vec![answer(AGAIN, "Send it again"), answer(STOP, "Stop here")],
        paste_thumbprint: false,
        seen: None,
    }
}

/// Replace it although nobody is left to repair? Asked when no peer site is ready any more and nobody
/// has said yes to that before.
pub(crate) fn go_on_alone(site: &str) -> Question {
    Question {
        id: NO_PEER_READY.to_owned(),
        what: format!("Replace the certificate of {site} although no peer site is repaired?"),
        meaning: format!(
            "None of the peer sites of {site} can be repaired now, each for the reason it is told \
             with. After the replacement they all refuse the new certificate, and replication with \
             them waits until each is repaired. Nothing has been changed so far."
        ),
        answers: vec![
            answer(REPLACE, "Replace it and repair them later"),
            answer(STOP, "Stop here"),
        ],
        paste_thumbprint: false,
        seen: None,
    }
}

/// The record of a yes to that question which was given with the plan, before the run began.
pub(crate) fn goes_on_alone() -> Event {
    Event::QuestionAnswered {
        question: NO_PEER_READY.to_owned(),
        answer: REPLACE.to_owned(),
        typed: None,
    }
}

fn answer(id: &str, label: &str) -> QuestionAnswer {
    QuestionAnswer {
        id: id.to_owned(),
        label: label.to_owned(),
        needs_typed: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_peers_see_is_no_answer_where_the_certificate_looks_wrong() {
        let seen = crate::sample::card(0xB2, crate::card::Issuance::SelfSigned);
        let witnesses = ["Berlin".to_owned()];
        let plain = is_it_the_new_one("Paris", &witnesses, &[], seen.clone());
        assert!(plain.answers.iter().any(|answer| answer.id == ACCEPT));
        let doubts = ["has the key of the one before".to_owned()];
        let odd = is_it_the_new_one("Paris", &witnesses, &doubts, seen);
        assert!(odd.meaning.contains("has the key"), "{}", odd.meaning);
        let ids: Vec<&str> = odd.answers.iter().map(|answer| &*answer.id).collect();
        assert_eq!(ids, [PASTE, STOP]);
    }
}
