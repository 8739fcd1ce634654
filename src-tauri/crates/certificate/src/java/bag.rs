//! The parts of a PKCS#12 keystore as `PKCS12KeyStore` reads them.

use super::value::{BMP_STRING, Parsed, SET, Value, Values};

const FRIENDLY_NAME: &str = "1.2.840.113549.1.9.20";
const LOCAL_KEY_ID: &str = "1.2.840.113549.1.9.21";

/// The version that Java reads.
pub(crate) const VERSION: u64 = 3;

/// What Java stumbles over in the attributes of a bag (a SET), or nothing: a name is a BMPString, an id an octet
/// string, and every attribute has its values in a set.
pub(crate) fn complaint_of_attributes(attributes: &[u8]) -> Option<&'static str> {
    read_attributes(attributes).err()
}

fn read_attributes(attributes: &[u8]) -> Parsed<()> {
    for attribute in Value::only(attributes)?.inside()?.all()? {
        let parts = attribute.sequence()?.all()?;
        let [kind, values] = parts.as_slice() else {
            return Err("has an attribute that is no pair");
        };
        let kind = kind.identifier()?;
        if values.tag != SET {
            return Err("has an attribute whose values are no set");
        }
        let first = values.inside()?.all()?.first().copied();
        match (kind.as_str(), first) {
            (FRIENDLY_NAME, Some(name)) if name.tag == BMP_STRING => {}
            (FRIENDLY_NAME, Some(_)) => return Err("has a friendly name that is no BMPString"),
            (FRIENDLY_NAME, None) => return Err("has a friendly name without a value"),
            (LOCAL_KEY_ID, Some(id)) => drop(id.octets()?),
            (LOCAL_KEY_ID, None) => return Err("has a local key id without a value"),
            _ => {}
        }
    }
    Ok(())
}

/// Whether every length in `bytes`, from the outermost element down, takes as few bytes as it can, which Java 8
/// demands everywhere and later ones outermost. What cannot be read at all is somebody else's to tell.
pub(crate) fn lengths_are_minimal(bytes: &[u8]) -> bool {
    all_are_minimal(Values::new(bytes))
}

fn all_are_minimal(mut values: Values<'_>) -> bool {
    while let Ok(value) = values.take() {
        let inside = value.inside().ok().filter(|_| value.is_constructed());
        if value.has_spare_length || !inside.is_none_or(all_are_minimal) {
            return false;
        }
    }
    true
}
