/** Pages that the program may open in the person's own browser. */
const allowed = ['https://developers.weixin.qq.com/']

/** Whether an address may be opened in the browser: nothing else leaves the program. */
export function mayOpenOutside(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { href, username, password } = new URL(url)
  return username === '' && password === '' && allowed.some((start) => href.startsWith(start))
}
