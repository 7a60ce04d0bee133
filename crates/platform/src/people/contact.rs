//! What addresses and telephone numbers must look like before anything is sent
//! to them.

use crate::fault::Refusal;

/// Characters that a mail address may have (RFC 5321, 4.5.3.1.3: a path of 256
/// with its brackets).
pub const LONGEST_ADDRESS: usize = 254;

/// Whether mail can be addressed to it. That it arrives is another matter.
///
/// # Errors
/// What is wrong, at the named field.
pub fn must_be_mail_address(address: &str, field: &'static str) -> Result<(), Refusal> {
    // An address without a point in its domain is a slip of the finger far
    // more often than a machine of one's own.
    let has_domain = address.rsplit('@').next().is_some_and(|domain| domain.contains('.'));
    if has_domain && address.parse::<lettre::Address>().is_ok() {
        return Ok(());
    }
    Err(Refusal::new("not-a-mail-address").at(field))
}

/// A telephone number: digits and what people put between them.
///
/// # Errors
/// What is wrong, at the field `phone`.
pub fn must_be_phone(text: &str) -> Result<(), Refusal> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let plain = text.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c));
    if text.is_empty() || (plain && (5..=15).contains(&digits)) {
        Ok(())
    } else {
        Err(Refusal::new("phone-wrong").at("phone"))
    }
}

/// A postal code: five digits in Finland, other things elsewhere.
///
/// # Errors
/// What is wrong, at the named field.
pub fn must_be_postal_code(text: &str, field: &'static str) -> Result<(), Refusal> {
    let fits = text.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '-');
    if text.is_empty() || (fits && (3..=10).contains(&text.len())) {
        Ok(())
    } else {
        Err(Refusal::new("postal-code-wrong").at(field))
    }
}

#[cfg(test)]
mod tests {
    use super::{must_be_mail_address, must_be_phone, must_be_postal_code};

    #[test]
    fn telephones_and_postal_codes_are_taken_or_refused() {
        let is_code = |text| must_be_postal_code(text, "postal_code").is_ok();
        assert!(must_be_phone("+358 40 123 4567").is_ok() && must_be_phone("").is_ok());
        assert!(must_be_phone("kotona").is_err() && must_be_phone("1").is_err());
        assert!(is_code("00530") && is_code("SE-123 45") && !is_code("00530!"));
    }

    #[test]
    fn a_mail_address_has_one_at_and_a_domain() {
        for (address, wanted) in [
            ("aino@example.org", true),
            ("aino.virtanen+työ@example.org", true),
            ("aino@example", false),
            ("aino", false),
            ("@example.org", false),
            ("a b@example.org", false),
            ("aino@example.org\nBcc: x@example.org", false),
            ("Aino <aino@example.org>", false),
        ] {
            assert_eq!(must_be_mail_address(address, "email").is_ok(), wanted, "{address}");
        }
    }
}
