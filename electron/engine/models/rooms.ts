/** Room is made in steps of so many numbers, that what is asked for more and more need not make it anew each time. */
const roomStep = 1 << 20

/** Room for the numbers of networks, lent again and again: making it anew costs time, and so does doing away with it. */
class Rooms {
  readonly #free: Float32Array[] = []

  /** Lends room until what is done with it is done; what stood there before still does. */
  async lend<Done>(size: number, use: (room: Float32Array) => Promise<Done>): Promise<Done> {
    const free = this.#free.pop()
    const room =
      free !== undefined && free.length >= size
        ? free
        : new Float32Array(Math.ceil(size / roomStep) * roomStep)
    const done = await use(room.subarray(0, size))
    this.#free.push(room)
    return done
  }
}

/** One room for all inputs, and one for all outputs, is less than one for each network: they take turns. */
export const inputRooms = new Rooms()
export const outputRooms = new Rooms()
