//! Encryption of a message for one device: RFC 8291 over RFC 8188.

use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::rand::SystemRandom;
use ring::{aead, hkdf};

use crate::fault::Fault;

/// Bytes that every message is filled up to, so that its length says nothing.
const FILLED: usize = 1024;
/// Length of a record, as the header states it; the message is one record.
const RECORD: u32 = 4096;

/// What a device gave to be written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Keys {
    /// Its public key, 65 bytes.
    pub public: Vec<u8>,
    /// The secret that it shares with us, 16 bytes.
    pub auth: Vec<u8>,
}

impl Keys {
    /// Whether they can be keys at all.
    pub(super) fn are_plausible(&self) -> bool {
        self.public.len() == 65 && self.public.first() == Some(&4) && self.auth.len() == 16
    }
}

struct Length(usize);

impl hkdf::KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}

/// HKDF with SHA-256.
fn derive<const N: usize>(salt: &[u8], secret: &[u8], info: &[&[u8]]) -> Result<[u8; N], Fault> {
    let mut out = [0; N];
    hkdf::Salt::new(hkdf::HKDF_SHA256, salt)
        .extract(secret)
        .expand(info, Length(N))
        .and_then(|made| made.fill(&mut out))
        .map_err(|_| Fault::bug("a key could not be derived"))?;
    Ok(out)
}

/// Encrypts a message for a device under a new key. The key comes from the
/// operating system by way of the library, which takes no other.
pub(super) fn seal(keys: &Keys, salt: &[u8; 16], message: &[u8]) -> Result<Vec<u8>, Fault> {
    let wrong = |_| Fault::bug("no key agreement");
    let own = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).map_err(wrong)?;
    let public = own.compute_public_key().map_err(wrong)?;
    let theirs = UnparsedPublicKey::new(&ECDH_P256, &keys.public);
    agree_ephemeral(own, &theirs, |secret| {
        seal_with(keys, secret, public.as_ref(), salt, message, FILLED)
    })
    .map_err(|_| Fault::bug("a device whose key is none"))?
}

fn seal_with(
    keys: &Keys,
    secret: &[u8],
    public: &[u8],
    salt: &[u8; 16],
    message: &[u8],
    filled: usize,
) -> Result<Vec<u8>, Fault> {
    let info: [&[u8]; 3] = [b"WebPush: info\0", &keys.public, public];
    let base: [u8; 32] = derive(&keys.auth, secret, &info)?;
    let key: [u8; 16] = derive(salt, &base, &[b"Content-Encoding: aes128gcm\0"])?;
    let nonce: [u8; 12] = derive(salt, &base, &[b"Content-Encoding: nonce\0"])?;
    let mut text = message.to_vec();
    // 2 marks the end of the last record; zeros may follow it.
    text.push(2);
    text.resize(text.len().max(filled), 0);
    let wrong = |_| Fault::bug("a message could not be encrypted");
    aead::UnboundKey::new(&aead::AES_128_GCM, &key)
        .map(aead::LessSafeKey::new)
        .and_then(|key| {
            let nonce = aead::Nonce::assume_unique_for_key(nonce);
            key.seal_in_place_append_tag(nonce, aead::Aad::empty(), &mut text)
        })
        .map_err(wrong)?;
    let mut body = Vec::with_capacity(86 + text.len());
    body.extend_from_slice(salt);
    body.extend_from_slice(&RECORD.to_be_bytes());
    body.push(u8::try_from(public.len()).map_err(Fault::bug)?);
    body.extend_from_slice(public);
    body.append(&mut text);
    Ok(body)
}

#[cfg(test)]
mod tests {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    #[test]
    fn the_example_of_the_standard_comes_out() {
        // RFC 8291, section 5 and appendix A.
        let keys = Keys {
            public: bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            ),
            auth: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
        };
        assert!(keys.are_plausible());
        let own = bytes(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
        );
        let secret = bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs");
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
        let message = b"When I grow up, I want to be a watermelon";
        let body = seal_with(&keys, &secret, &own, &salt, message, 0).unwrap();
        assert_eq!(
            URL_SAFE_NO_PAD.encode(body),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS\
             6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qu\
             lcy4a-fN"
        );
    }

    #[test]
    fn a_message_is_as_long_as_every_other() {
        let own = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).unwrap();
        let public = own.compute_public_key().unwrap().as_ref().to_vec();
        let keys = Keys { public, auth: vec![7; 16] };
        let [short, long] = [&b"a"[..], &[b'x'; 300]].map(|m| seal(&keys, &[1; 16], m).unwrap());
        assert_eq!(short.len(), long.len());
        assert_ne!(short, long);
    }
}
