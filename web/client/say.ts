// One polite place to speak: visible for a while, or only for those who listen.

const shownForMs = 6000

function speak(text: string, look: string): void {
  const place = document.getElementById('besked')
  if (!place || !text) return
  const line = document.createElement('div')
  line.className = look
  line.textContent = text
  place.append(line)
  setTimeout(() => line.remove(), shownForMs)
}

export function say(text: string): void {
  speak(text, 'toast')
}

/** The eye sees it already. */
export function announce(text: string): void {
  speak(text, 'sr')
}
