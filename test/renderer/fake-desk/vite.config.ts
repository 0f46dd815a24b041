import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { drawCard } from './cards.ts'
import { personOf, poseOf } from './records.ts'
import { drawSheet } from './sheet.ts'

/** Draws the card for `/image/job-<n>`, as the program's own protocol serves the real images. */
const images: Plugin = {
  name: 'images',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      const index = /^\/image\/(?:job|record)-(\d+)/.exec(request.url ?? '')?.[1]
      if (request.url?.startsWith('/image/job-sheet')) {
        response.setHeader('content-type', 'image/svg+xml')
        response.end(drawSheet())
        return
      }
      if (index === undefined) {
        next()
        return
      }
      const { turn, photo } = poseOf(Number(index))
      response.setHeader('content-type', 'image/svg+xml')
      response.end(drawCard(personOf(Number(index)), turn, photo))
    })
  },
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), images],
  cacheDir: '../../../.cache/fake-desk',
  server: { port: 5199, strictPort: true, fs: { allow: ['../../..'] } },
})
