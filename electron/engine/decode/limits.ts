/** An image of more than 50 megapixels is refused before it is decoded. */
export const maxPixels = 50_000_000

/** HEIC is decoded as a whole: more would take the engine beyond 700 MB. */
export const maxHeicPixels = 25_000_000

/** What decoding may take besides what it gives, so that the engine stays under 700 MB. */
export const maxDecodingBytes = 240_000_000
