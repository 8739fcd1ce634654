//! Dates as old programs wrote them: with an offset in place of `Z`, or without seconds (X.680 §46 and §47 allow it,
//! RFC 5280 does not). OpenSSL and Java read them; the parser at hand does not read them all.

use time::{Duration, OffsetDateTime, PrimitiveDateTime};

use crate::asn1::ber::{Element, Reader, SEQUENCE};
use crate::asn1::der::element;

const UTC_TIME: u8 = 0x17;
const GENERALIZED_TIME: u8 = 0x18;

/// The certificate with its two dates in the form that everybody reads; nothing where they are no such dates.
pub(super) fn rewritten(der: &[u8]) -> Option<Vec<u8>> {
    let outer = parts_of(&Reader::new(der, "").any().ok()?)?;
    let (signed, rest) = outer.split_first()?;
    let fields = parts_of(signed)?;
    let place = fields.iter().position(is_validity)?;
    let dates = parts_of(fields.get(place)?)?;
    let dates: Vec<Vec<u8>> = dates.iter().map(plain).collect::<Option<_>>()?;
    let dates: Vec<&[u8]> = dates.iter().map(Vec::as_slice).collect();
    let validity = element(SEQUENCE, &dates);
    let raw = |(at, field): (usize, &Element<'_>)| match at == place {
        true => validity.clone(),
        false => field.raw.to_vec(),
    };
    let fields: Vec<Vec<u8>> = fields.iter().enumerate().map(raw).collect();
    let fields: Vec<&[u8]> = fields.iter().map(Vec::as_slice).collect();
    let signed = element(SEQUENCE, &fields);
    let rest = rest.iter().map(|part| part.raw);
    let all: Vec<&[u8]> = std::iter::once(signed.as_slice()).chain(rest).collect();
    Some(element(SEQUENCE, &all))
}

/// What is signed in a certificate, as it stands there.
pub(super) fn signed_part(der: &[u8]) -> Option<&[u8]> {
    let outer = Reader::new(der, "").any().ok()?;
    Some(outer.inside().ok()?.any().ok()?.raw)
}

fn parts_of<'a>(outer: &Element<'a>) -> Option<Vec<Element<'a>>> {
    outer.inside().ok()?.elements().ok()
}

fn is_validity(field: &Element<'_>) -> bool {
    let is_date = |one: &Element<'_>| matches!(one.tag, UTC_TIME | GENERALIZED_TIME);
    field.tag == SEQUENCE
        && parts_of(field).is_some_and(|dates| dates.len() == 2 && dates.iter().all(is_date))
}

fn plain(date: &Element<'_>) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(date.content).ok()?;
    let at = moment(text, date.tag == UTC_TIME)?;
    let written = format!(
        "{:04}{:02}{:02}{:02}{:02}{:02}Z",
        at.year(),
        u8::from(at.month()),
        at.day(),
        at.hour(),
        at.minute(),
        at.second()
    );
    Some(element(GENERALIZED_TIME, &[written.as_bytes()]))
}

/// `YYMMDDhhmm[ss]` or `YYYYMMDDhhmm[ss[.f]]`, and `Z` or an offset behind it.
fn moment(text: &str, has_short_year: bool) -> Option<OffsetDateTime> {
    let end = text.find(['Z', '+', '-'])?;
    let (date, zone) = text.split_at(end);
    let date = date.split(['.', ',']).next()?;
    if !date.is_ascii() {
        return None;
    }
    let (year, rest) = date.split_at_checked(if has_short_year { 2 } else { 4 })?;
    let year: i32 = number(year)?.into();
    let year = match (has_short_year, year) {
        (true, 0..50) => year + 2000,
        (true, _) => year + 1900,
        (false, _) => year,
    };
    let pair = |at: usize| {
        rest.get(at..at + 2)
            .and_then(number)
            .and_then(|it| u8::try_from(it).ok())
    };
    let seconds = if rest.len() == 8 { 0 } else { pair(8)? };
    let day = time::Date::from_calendar_date(year, pair(0)?.try_into().ok()?, pair(2)?).ok()?;
    let clock = time::Time::from_hms(pair(4)?, pair(6)?, seconds).ok()?;
    let local = PrimitiveDateTime::new(day, clock).assume_utc();
    local.checked_sub(offset(zone)?)
}

/// `Z`, or hours and minutes behind a sign.
fn offset(zone: &str) -> Option<Duration> {
    if zone == "Z" {
        return Some(Duration::ZERO);
    }
    let (sign, digits) = zone.split_at_checked(1)?;
    let (hours, minutes) = digits.split_at_checked(2).filter(|_| digits.len() == 4)?;
    let ahead = Duration::hours(number(hours)?.into()) + Duration::minutes(number(minutes)?.into());
    Some(if sign == "-" { -ahead } else { ahead })
}

fn number(digits: &str) -> Option<u16> {
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::moment;
    use time::macros::datetime;

    #[test]
    fn reads_dates_as_openssl_does() {
        for (text, is_short, expected) in [
            ("2611291200Z", true, datetime!(2026-11-29 12:00 UTC)),
            ("2611291200+0200", true, datetime!(2026-11-29 10:00 UTC)),
            (
                "991231235959-0130",
                true,
                datetime!(2000-01-01 01:29:59 UTC),
            ),
            (
                "20261129120000+0100",
                false,
                datetime!(2026-11-29 11:00 UTC),
            ),
            (
                "20261129120000.5-0000",
                false,
                datetime!(2026-11-29 12:00 UTC),
            ),
        ] {
            assert_eq!(moment(text, is_short), Some(expected), "{text}");
        }
        for text in [
            "2611291200",
            "261129",
            "2611291260Z",
            "2611291200+2",
            "26\u{e4}1291200Z",
        ] {
            assert_eq!(moment(text, true), None, "{text}");
        }
    }
}
