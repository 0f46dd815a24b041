import { useEffect, useState } from 'react'

export type LoadedImage =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly image: HTMLImageElement }
  | { readonly kind: 'failed' }

/** An image decoded once, for the pane and for the crops. */
export function useLoadedImage(url: string): LoadedImage {
  const [held, setHeld] = useState<{ readonly url: string; readonly state: LoadedImage } | null>(
    null,
  )
  useEffect(() => {
    let over = false
    const image = new Image()
    image.src = url
    const load = async () => {
      const state = await image.decode().then(
        (): LoadedImage => ({ kind: 'loaded', image }),
        (): LoadedImage => ({ kind: 'failed' }),
      )
      if (!over) setHeld({ url, state })
    }
    void load()
    return () => {
      over = true
    }
  }, [url])
  return held?.url === url ? held.state : { kind: 'loading' }
}
