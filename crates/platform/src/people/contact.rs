//! What a mail address must look like before anything is sent to it.

use crate::fault::Refusal;

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

#[cfg(test)]
mod tests {
    use super::must_be_mail_address;

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
