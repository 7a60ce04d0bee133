//! From the points of a picture to files with nothing but the picture.

use bytes::Bytes;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Sharpness;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::read::Raw;
use super::{LARGE, Painted, SMALL, fit};
use crate::fault::Refusal;
use crate::files::NewFile;

const QUALITY: u8 = 80;
/// A PNG may have so many bytes for each point; what needs more is a
/// photograph, which JPEG does better.
const PNG_BYTES_A_POINT: f64 = 0.8;
/// Pictures with more points are shrunk by averages, which needs no memory
/// beside the picture; smaller ones with more care.
const CAREFUL: u64 = 4_000_000;

pub(super) fn paint(raw: Raw, format: ImageFormat) -> Result<Painted, Refusal> {
    let Raw { image, orientation, profile } = raw;
    let mut shrunk = shrink(image, turned(LARGE, orientation));
    shrunk.apply_orientation(orientation);
    let mut large = shrunk.into_rgba8();
    if let Some(profile) = profile {
        to_srgb(&mut large, &profile);
    }
    let may_be_drawing = format != ImageFormat::Jpeg;
    let small = shrink(DynamicImage::ImageRgba8(large.clone()), SMALL).into_rgba8();
    Ok(Painted { large: encode(large, may_be_drawing)?, small: encode(small, may_be_drawing)? })
}

/// A frame for a picture that is going to be turned.
fn turned((width, height): (u32, u32), orientation: Orientation) -> (u32, u32) {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (height, width),
        _ => (width, height),
    }
}

fn shrink(image: DynamicImage, frame: (u32, u32)) -> DynamicImage {
    let size = (image.width(), image.height());
    let (width, height) = fit(size, frame);
    if (width, height) == size {
        image
    } else if u64::from(size.0) * u64::from(size.1) > CAREFUL {
        image.thumbnail_exact(width, height)
    } else {
        image.resize_exact(width, height, Sharpness::CatmullRom)
    }
}

/// Colours as every screen shows them. A profile that can't be used is left
/// out; the picture is then a little paler than it was meant.
fn to_srgb(image: &mut RgbaImage, profile: &[u8]) {
    let Ok(profile) = ColorProfile::new_from_slice(profile) else { return };
    if profile.color_space != DataColorSpace::Rgb {
        return;
    }
    let transform = profile.create_transform_8bit(
        Layout::Rgba,
        &ColorProfile::new_srgb(),
        Layout::Rgba,
        TransformOptions::default(),
    );
    let Ok(transform) = transform else { return };
    let before = image.as_raw().clone();
    if transform.transform(&before, image).is_err() {
        image.copy_from_slice(&before);
    }
}

fn encode(image: RgbaImage, may_be_drawing: bool) -> Result<NewFile, Refusal> {
    let size = image.dimensions();
    let points = f64::from(size.0) * f64::from(size.1);
    if may_be_drawing {
        let png = as_png(&image)?;
        // A few kilobytes are nothing to save on.
        if png.len() as f64 <= points * PNG_BYTES_A_POINT + 8192.0 {
            return Ok(NewFile { kind: "image/png", size: Some(size), bytes: png.into() });
        }
    }
    let bytes = as_jpeg(image)?;
    Ok(NewFile { kind: "image/jpeg", size: Some(size), bytes })
}

fn as_png(image: &RgbaImage) -> Result<Vec<u8>, Refusal> {
    let mut out = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut out, CompressionType::Default, FilterType::Adaptive);
    let (width, height) = image.dimensions();
    let written = if image.pixels().all(is_opaque) {
        let opaque = DynamicImage::ImageRgba8(image.clone()).into_rgb8();
        encoder.write_image(opaque.as_raw(), width, height, ExtendedColorType::Rgb8)
    } else {
        encoder.write_image(image.as_raw(), width, height, ExtendedColorType::Rgba8)
    };
    written.map_err(|_| Refusal::new("picture-broken"))?;
    Ok(out)
}

fn is_opaque(point: &Rgba<u8>) -> bool {
    let Rgba([_, _, _, alpha]) = point;
    *alpha == u8::MAX
}

fn as_jpeg(mut image: RgbaImage) -> Result<Bytes, Refusal> {
    let broken = || Refusal::new("picture-broken");
    for point in image.pixels_mut().filter(|point| !is_opaque(point)) {
        on_white(point);
    }
    let (width, height) = image.dimensions();
    let (width, height) =
        (u16::try_from(width).map_err(|_| broken())?, u16::try_from(height).map_err(|_| broken())?);
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    encoder.encode(image.as_raw(), width, height, ColorType::Rgba).map_err(|_| broken())?;
    Ok(out.into())
}

fn on_white(point: &mut Rgba<u8>) {
    let Rgba([red, green, blue, alpha]) = point;
    let mix = |colour: u8| {
        let (colour, alpha) = (u32::from(colour), u32::from(*alpha));
        let mixed = (colour * alpha + 255 * (255 - alpha) + 127) / 255;
        u8::try_from(mixed).unwrap_or(u8::MAX)
    };
    (*red, *green, *blue) = (mix(*red), mix(*green), mix(*blue));
    *alpha = u8::MAX;
}
