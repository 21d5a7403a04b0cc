// The hidden field `_once` of a form: the same form sent twice does its deed once.
import { randomUUID } from 'node:crypto'

export const onceKey = (): string => randomUUID()
