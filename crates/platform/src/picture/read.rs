//! From bytes that anybody sent to the points of a picture.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::{MOST_POINTS, MOST_STRETCH};
use crate::fault::Refusal;

/// Memory for the points of one picture, in bytes: four bytes a point.
const MOST_MEMORY: u64 = MOST_POINTS * 4;

/// What is said of something that is no picture.
pub(super) const UNKNOWN: &str = "picture-unknown-kind";

/// A picture as it was sent.
pub(super) struct Raw {
    pub image: DynamicImage,
    pub orientation: Orientation,
    /// How its colours are meant, as an ICC profile.
    pub profile: Option<Vec<u8>>,
}

/// What it is, by its first bytes; what its sender calls it counts for
/// nothing.
pub(super) fn format(bytes: &[u8]) -> Result<ImageFormat, Refusal> {
    if is_heic(bytes) {
        return Err(Refusal::new("picture-heic"));
    }
    match image::guess_format(bytes) {
        Ok(
            format @ (ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP | ImageFormat::Gif),
        ) => Ok(format),
        _ => Err(Refusal::new(UNKNOWN)),
    }
}

/// What phones of one maker write unless told not to.
fn is_heic(bytes: &[u8]) -> bool {
    const BRANDS: [&[u8]; 8] =
        [b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"];
    bytes.get(4..8) == Some(b"ftyp")
        && bytes.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

fn broken(error: &ImageError) -> Refusal {
    match error {
        ImageError::Limits(_) => too_many_points(),
        _ => Refusal::new("picture-broken"),
    }
}

fn too_many_points() -> Refusal {
    Refusal::new("picture-too-many-points").with("megapixels", MOST_POINTS / 1_000_000)
}

/// Reads the picture; its size is looked at before any point of it.
pub(super) fn read(bytes: &[u8], format: ImageFormat) -> Result<Raw, Refusal> {
    if format == ImageFormat::Jpeg && is_cut_off(bytes) {
        return Err(Refusal::new("picture-broken"));
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| broken(&error))?;
    must_have_a_shape(decoder.dimensions())?;
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(too_many_points());
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().unwrap_or(None);
    let image = DynamicImage::from_decoder(decoder).map_err(|error| broken(&error))?;
    Ok(Raw { image, orientation, profile })
}

fn must_have_a_shape((width, height): (u32, u32)) -> Result<(), Refusal> {
    if u64::from(width) * u64::from(height) > MOST_POINTS {
        return Err(too_many_points());
    }
    let (short, long) = (width.min(height), width.max(height));
    if short == 0 || long / short > MOST_STRETCH {
        return Err(Refusal::new("picture-too-narrow"));
    }
    Ok(())
}

/// The decoder fills what is missing of a JPEG with grey, so we look for its
/// end ourselves: a picture's points are followed by the mark of its end.
fn is_cut_off(bytes: &[u8]) -> bool {
    let last = |mark: u8| bytes.windows(2).rposition(|pair| pair == [0xFF, mark]);
    last(0xD9) < last(0xDA)
}
