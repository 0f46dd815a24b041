/** The page needs none of it, and it is the one way out that its policy does not close. Comes before all else. */
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel'])
  Reflect.deleteProperty(globalThis, name)
