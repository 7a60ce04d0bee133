use std::io::Cursor;

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, ExtendedColorType, Frame, ImageEncoder, ImageFormat, Rgb, RgbImage};
use jpeg_encoder::{ColorType, Encoder};

use super::*;

/// Takes a picture in as an upload would.
fn take(bytes: Vec<u8>) -> Result<Painted, &'static str> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    match runtime.block_on(Studio::default().paint(bytes.into())) {
        Ok(painted) => Ok(painted),
        Err(Error::Refusal(refusal)) => Err(refusal.key),
        Err(other) => panic!("{other:?}"),
    }
}

/// Left half red, right half blue, with some noise as a camera has.
fn photo(width: u32, height: u32) -> RgbImage {
    let mut seed = 7_u32;
    RgbImage::from_fn(width, height, |x, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let noise = (seed >> 24) as u8 / 8;
        if x < width / 2 {
            Rgb([200 + noise, noise, noise])
        } else {
            Rgb([noise, noise, 200 + noise])
        }
    })
}

fn written(image: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Vec::new();
    image.write_to(&mut Cursor::new(&mut out), format).unwrap();
    out
}

/// EXIF as a phone writes it: held upright, taken at a place.
fn exif() -> Vec<u8> {
    let mut out = b"MM\0*\0\0\0\x08".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut entry = tag.to_be_bytes().to_vec();
        entry.extend(kind.to_be_bytes());
        entry.extend(count.to_be_bytes());
        entry.extend(value.to_be_bytes());
        entry
    };
    // Orientation 6 (turn right by 90°), maker, and the folder of the place.
    out.extend(3_u16.to_be_bytes());
    out.extend(entry(0x010F, 2, 12, 100));
    out.extend(entry(0x0112, 3, 1, 6 << 16));
    out.extend(entry(0x8825, 4, 1, 60));
    out.extend([0; 4]);
    out.resize(60, 0);
    out.extend(2_u16.to_be_bytes());
    out.extend(entry(1, 2, 2, u32::from_be_bytes(*b"N\0\0\0")));
    out.extend(entry(2, 5, 3, 120));
    out.extend([0; 4]);
    out.resize(100, 0);
    out.extend(b"PhoneOfMine\0");
    out.resize(120, 0);
    out.extend(b"GPSPLACE60.1699,24.9384");
    out
}

fn photo_with_secrets() -> Vec<u8> {
    let image = photo(800, 600);
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, 90);
    encoder.add_exif_metadata(&exif()).unwrap();
    encoder
        .add_app_segment(
            1,
            b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>XMPSECRET</x:xmpmeta>".to_vec(),
        )
        .unwrap();
    encoder.add_app_segment(13, b"Photoshop 3.0\0IPTCSECRET".to_vec()).unwrap();
    encoder.encode(image.as_raw(), 800, 600, ColorType::Rgb).unwrap();
    // A comment, and something behind the end.
    out.splice(2..2, [&[0xFF, 0xFE, 0, 16][..], b"COMMENTSECRET!"].concat());
    out.extend(b"<script>alert('TAIL')</script>");
    out
}

const SECRETS: [&[u8]; 9] = [
    b"Exif",
    b"GPSPLACE",
    b"PhoneOfMine",
    b"XMPSECRET",
    b"IPTCSECRET",
    b"COMMENTSECRET",
    b"<script",
    b"TAIL",
    b"ICC_PROFILE",
];

fn tells(file: &NewFile, secret: &[u8]) -> bool {
    file.bytes.windows(secret.len()).any(|part| part == secret)
}

#[test]
fn a_photograph_comes_out_upright_in_two_sizes_and_tells_nothing_else() {
    let sent = photo_with_secrets();
    for secret in &SECRETS[..8] {
        assert!(
            sent.windows(secret.len()).any(|part| &part == secret),
            "the sample lacks {secret:?}"
        );
    }
    let painted = take(sent).unwrap();
    for file in [&painted.large, &painted.small] {
        assert_eq!(file.kind, "image/jpeg");
        for secret in SECRETS {
            assert!(!tells(file, secret), "{}", String::from_utf8_lossy(secret));
        }
        let image = image::load_from_memory(&file.bytes).unwrap().into_rgb8();
        assert_eq!(Some(image.dimensions()), file.size);
        // What was left is above, now that it stands upright.
        let (above, below) =
            (image.get_pixel(image.width() / 2, 5), image.get_pixel(5, image.height() - 5));
        assert!(above[0] > 150 && above[2] < 100, "{above:?}");
        assert!(below[2] > 150 && below[0] < 100, "{below:?}");
    }
    assert_eq!(painted.large.size, Some((600, 800)));
    assert_eq!(painted.small.size, Some((480, 640)));
}

#[test]
fn a_large_photograph_is_shrunk_and_a_small_one_stays_as_it_is() {
    let painted = take(written(&photo(4000, 3000), ImageFormat::Jpeg)).unwrap();
    assert_eq!((painted.large.size, painted.small.size), (Some((1280, 960)), Some((480, 360))));
    let painted = take(written(&photo(90, 60), ImageFormat::Jpeg)).unwrap();
    assert_eq!((painted.large.size, painted.small.size), (Some((90, 60)), Some((90, 60))));
    let painted = take(written(&photo(500, 6000), ImageFormat::Jpeg)).unwrap();
    assert_eq!(painted.large.size, Some((320, 3840)), "a long screenshot stays readable");
}

#[test]
fn drawings_stay_png_and_photographs_become_jpeg_whatever_they_come_as() {
    let drawing = RgbImage::from_fn(900, 700, |x, y| {
        if (x / 40 + y / 40) % 2 == 0 { Rgb([255, 255, 255]) } else { Rgb([20, 60, 20]) }
    });
    let noise = {
        let mut seed = 1_u32;
        RgbImage::from_fn(900, 700, |_, _| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Rgb([(seed >> 24) as u8, (seed >> 16) as u8, (seed >> 8) as u8])
        })
    };
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        assert_eq!(take(written(&drawing, format)).unwrap().large.kind, "image/png", "{format:?}");
    }
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        assert_eq!(take(written(&noise, format)).unwrap().large.kind, "image/jpeg", "{format:?}");
    }
}

#[test]
fn what_shines_through_keeps_doing_so_in_a_drawing() {
    let glass = image::RgbaImage::from_fn(100, 100, |x, _| {
        image::Rgba([0, 0, 0, if x < 50 { 0 } else { 255 }])
    });
    let mut sent = Vec::new();
    glass.write_to(&mut Cursor::new(&mut sent), ImageFormat::Png).unwrap();
    let painted = take(sent).unwrap();
    let shown = image::load_from_memory(&painted.large.bytes).unwrap().into_rgba8();
    assert_eq!((shown.get_pixel(10, 10)[3], shown.get_pixel(90, 10)[3]), (0, 255));
}

#[test]
fn of_moving_pictures_the_first_is_kept() {
    let mut sent = Vec::new();
    {
        let mut encoder = GifEncoder::new(&mut sent);
        for red in [255, 0] {
            let image = RgbImage::from_pixel(60, 40, Rgb([red, 0, 0]));
            encoder.encode_frame(Frame::new(DynamicImage::ImageRgb8(image).into_rgba8())).unwrap();
        }
    }
    let painted = take(sent).unwrap();
    assert_eq!(painted.large.kind, "image/png");
    let shown = image::load_from_memory(&painted.large.bytes).unwrap().into_rgb8();
    assert_eq!(shown.get_pixel(5, 5)[0], 255);
}

/// The head of a PNG that says it is so large, and no points.
fn png_that_claims(width: u32, height: u32) -> Vec<u8> {
    let mut sent = written(&RgbImage::new(1, 1), ImageFormat::Png);
    let mut head = b"IHDR".to_vec();
    head.extend(width.to_be_bytes());
    head.extend(height.to_be_bytes());
    head.extend([8, 6, 0, 0, 0]);
    let sum = crc32(&head);
    sent.splice(12..33, [head, sum.to_be_bytes().to_vec()].concat());
    sent
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 }
        })
    })
}

#[test]
fn pictures_that_unpack_to_gigabytes_are_turned_away_by_their_head() {
    for (width, height) in [(50_000, 50_000), (30_000, 20_000), (6_000, 5_001), (u32::MAX, 2)] {
        let answer = take(png_that_claims(width, height)).unwrap_err();
        assert!(
            ["picture-too-many-points", "picture-broken"].contains(&answer),
            "{width}x{height}: {answer}"
        );
    }
    assert_eq!(take(png_that_claims(1, 50_000)).unwrap_err(), "picture-too-narrow");
    assert_eq!(take(png_that_claims(50_000, 100)).unwrap_err(), "picture-too-narrow");
    // A true bomb: 2 GB of white in a few megabytes would be one; its head
    // gives it away, and 25 MB of white in a few kilobytes are none.
    let white = image::GrayImage::from_pixel(5_000, 5_000, image::Luma([255]));
    let mut sent = Vec::new();
    white.write_to(&mut Cursor::new(&mut sent), ImageFormat::Png).unwrap();
    assert!(sent.len() < 200_000);
    assert_eq!(take(sent).unwrap().large.size, Some((1280, 1280)));
}

#[test]
fn a_gif_whose_canvas_is_a_bomb_is_turned_away() {
    let mut sent = b"GIF89a".to_vec();
    sent.extend(65_000_u16.to_le_bytes());
    sent.extend(65_000_u16.to_le_bytes());
    sent.extend([0, 0, 0]);
    assert!(["picture-too-many-points", "picture-broken"].contains(&take(sent).unwrap_err()));
}

#[test]
fn what_is_cut_off_or_scrambled_is_called_broken() {
    let photo = photo(640, 480);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let whole = written(&photo, format);
        for part in [20, 100, whole.len() / 2, whole.len() * 9 / 10] {
            let answer = take(whole[..part.min(whole.len() - 20)].to_vec());
            assert!(answer.is_err(), "{format:?} of {part} bytes");
        }
    }
}

#[test]
fn no_scrambled_picture_is_more_than_refused() {
    let photo = photo(64, 48);
    let mut seed = 99_u32;
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let whole = written(&photo, format);
        for _ in 0..150 {
            let mut sent = whole.clone();
            for _ in 0..4 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let at = seed as usize % sent.len();
                sent[at] = (seed >> 16) as u8;
            }
            if let Ok(painted) = take(sent) {
                assert!(
                    painted
                        .large
                        .size
                        .is_some_and(|(width, height)| width <= 1280 && height <= 3840)
                );
            }
        }
    }
}

#[test]
fn what_is_no_picture_is_told_apart() {
    let heic = [&[0, 0, 0, 24][..], b"ftypheic\0\0\0\0mif1heic"].concat();
    assert_eq!(take(heic).unwrap_err(), "picture-heic");
    for other in [
        &b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"[..],
        b"<?xml version=\"1.0\"?><svg onload=\"alert(1)\"/>",
        b"<html><script>alert(1)</script></html>",
        b"%PDF-1.7 1 0 obj",
        b"PK\x03\x04word/document.xml",
        b"BM\x46\0\0\0\0\0\0\0",
        b"MZ\x90\0",
        b"\0\0\0\x20ftypavif\0\0\0\0",
        b"II*\0\x08\0\0\0",
        b"",
    ] {
        let answer = take(other.to_vec()).unwrap_err();
        assert_eq!(answer, "picture-unknown-kind", "{}", String::from_utf8_lossy(other));
    }
    assert_eq!(take(vec![0xFF; MOST_BYTES + 1]).unwrap_err(), "picture-too-large");
}

#[test]
fn a_picture_that_is_also_a_page_comes_out_as_a_picture_alone() {
    let mut sent = written(&photo(64, 48), ImageFormat::Gif);
    sent.extend(b"<html><script>alert('TAIL')</script></html>");
    let mut png = written(&photo(64, 48), ImageFormat::Png);
    png.extend(b"<html><script>alert('TAIL')</script></html>");
    for sent in [sent, png, photo_with_secrets()] {
        let painted = take(sent).unwrap();
        assert!(!tells(&painted.large, b"<script") && !tells(&painted.small, b"<script"));
    }
}

#[test]
fn colours_meant_for_a_wider_screen_are_brought_home() {
    let profile = moxcms::ColorProfile::new_display_p3().encode().unwrap();
    let image = RgbImage::from_pixel(64, 64, Rgb([200, 60, 60]));
    let mut sent = Vec::new();
    {
        let mut encoder = image::codecs::png::PngEncoder::new(&mut sent);
        encoder.set_icc_profile(profile).unwrap();
        encoder.write_image(image.as_raw(), 64, 64, ExtendedColorType::Rgb8).unwrap();
    }
    let painted = take(sent).unwrap();
    let shown = image::load_from_memory(&painted.large.bytes).unwrap().into_rgb8();
    assert!(shown.get_pixel(30, 30)[0] > 205, "{:?}", shown.get_pixel(30, 30));
    // A profile that is none changes nothing.
    let mut sent = Vec::new();
    {
        let mut encoder = image::codecs::png::PngEncoder::new(&mut sent);
        encoder.set_icc_profile(vec![7; 300]).unwrap();
        encoder.write_image(image.as_raw(), 64, 64, ExtendedColorType::Rgb8).unwrap();
    }
    let painted = take(sent).unwrap();
    let shown = image::load_from_memory(&painted.large.bytes).unwrap().into_rgb8();
    assert_eq!(shown.get_pixel(30, 30), &Rgb([200, 60, 60]));
}

#[test]
fn a_size_is_fit_into_a_frame_and_never_blown_up() {
    for (size, wanted) in [
        ((4000, 3000), (1280, 960)),
        ((100, 100), (100, 100)),
        ((20, 400), (20, 400)),
        ((1281, 64), (1280, 64)),
        ((1000, 20_000), (192, 3840)),
    ] {
        assert_eq!(fit(size, LARGE), wanted, "{size:?}");
    }
}
