// A screenshot made small: the same picture with a palette of at most 256 colours. Screens are flat surfaces and text, so
// nobody sees the difference, and a picture of the README is a third of its size.

import { crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])

export function withPalette(png) {
  const { width, height, pixels } = decode(png)
  const palette = choose(count(pixels))
  return encode(width, height, pixels, palette)
}

/** 8-bit RGB or RGBA without interlacing: what a browser makes. */
function decode(png) {
  const parts = []
  let head
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const type = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    if (type === 'IHDR') head = data
    if (type === 'IDAT') parts.push(data)
  }
  const [width, height, depth, kind] = [head.readUInt32BE(0), head.readUInt32BE(4), head[8], head[9]]
  const channels = { 2: 3, 6: 4 }[kind]
  if (depth !== 8 || !channels || head[12] !== 0) throw new Error('This PNG is not what a browser makes.')
  const rows = unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels)
  const pixels = new Uint32Array(width * height)
  for (let n = 0; n < pixels.length; n++) {
    const at = n * channels
    pixels[n] = (rows[at] << 16) | (rows[at + 1] << 8) | rows[at + 2]
  }
  return { width, height, pixels }
}

function unfilter(raw, stride, height, channels) {
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? rows[y * stride + x - channels] : 0
      const up = y > 0 ? rows[(y - 1) * stride + x] : 0
      const corner = x >= channels && y > 0 ? rows[(y - 1) * stride + x - channels] : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
      rows[y * stride + x] = raw[y * (stride + 1) + 1 + x] + guess
    }
  }
  return rows
}

function paeth(left, up, corner) {
  const p = left + up - corner
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function count(pixels) {
  const seen = new Map()
  for (const colour of pixels) seen.set(colour, (seen.get(colour) ?? 0) + 1)
  return [...seen].map(([colour, times]) => ({ colour, times, rgb: [colour >> 16, (colour >> 8) & 255, colour & 255] }))
}

/** Median cut: the box where most pixels differ most is parted, until there are 256; each box becomes its mean. */
function choose(colours) {
  let boxes = [colours]
  while (boxes.length < 256) {
    const [box, weight] = boxes
      .map((one) => [one, one.length > 1 ? spread(one).width * Math.sqrt(one.reduce((sum, c) => sum + c.times, 0)) : 0])
      .reduce((a, b) => (b[1] > a[1] ? b : a))
    if (weight === 0) break
    const { axis } = spread(box)
    const sorted = box.toSorted((a, b) => a.rgb[axis] - b.rgb[axis])
    const half = sorted.reduce((sum, c) => sum + Math.sqrt(c.times), 0) / 2
    let sum = 0
    const cut = sorted.findIndex((c) => (sum += Math.sqrt(c.times)) >= half)
    const at = Math.min(Math.max(1, cut), sorted.length - 1)
    boxes = boxes.filter((one) => one !== box).concat([sorted.slice(0, at), sorted.slice(at)])
  }
  const index = new Map()
  const palette = boxes.map((box, n) => {
    for (const { colour } of box) index.set(colour, n)
    // The commonest colour of a box stays exact: surfaces keep their tone.
    return box.reduce((a, b) => (b.times > a.times ? b : a)).rgb
  })
  return { palette, index }
}

function spread(box) {
  const widths = [0, 1, 2].map((axis) => {
    let [low, high] = [255, 0]
    for (const { rgb } of box) {
      low = Math.min(low, rgb[axis])
      high = Math.max(high, rgb[axis])
    }
    return high - low
  })
  const axis = widths.indexOf(Math.max(...widths))
  return { axis, width: widths[axis] }
}

function encode(width, height, pixels, { palette, index }) {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = index.get(pixels[y * width + x])
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type, data) {
  const out = Buffer.alloc(data.length + 12)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  data.copy(out, 8)
  out.writeUInt32BE(crc32(out.subarray(4, data.length + 8)), data.length + 8)
  return out
}
