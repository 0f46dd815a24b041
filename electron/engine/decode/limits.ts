/** A file larger than 40 MB is refused before it is read. */
export const maxBytes = 40 * 1024 * 1024

/** An image of more than 50 megapixels is refused before it is decoded. */
export const maxPixels = 50_000_000
