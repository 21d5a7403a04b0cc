// What crosses the wire about opening hours: schedules with immutable versions, places, and what is open on a day.
import { op } from '#platform/http/op'
import type { Static } from '#platform/http/shape'
import { day, idField, instant, listOf, nullable, oneOf, optional, shape, text, Type } from '#platform/http/shape'
import { SCHEDULE_HOLDERS } from '../schedule.ts'

const clockTime = Type.String({
  pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$',
  description: 'HH:MM local time; 24:00 ends a day',
})
const Hours = shape({ opens: clockTime, closes: clockTime })
export type Hours = Static<typeof Hours>

const WeekWindow = shape({
  weekday: Type.Integer({ minimum: 1, maximum: 7, description: '1 = Monday' }),
  opens: clockTime,
  closes: clockTime,
})
const Exception = shape({
  date: day(),
  says: oneOf(
    ['closed', 'half_day', 'open'],
    'closed; a half-day with its own hours; open although law or the week says off',
  ),
  windows: optional(listOf(Hours, 6)),
  name: optional(text(100, { description: 'What the day is called or why it is closed' })),
  nameEn: optional(text(100)),
})

const content = {
  from: day('The first day of the version'),
  parentScheduleId: optional(
    nullable(idField('Its hours are used where this one has none, its exceptions where this one is silent')),
  ),
  week: optional(nullable(listOf(WeekWindow, 60))),
  exceptions: optional(listOf(Exception, 400)),
}
export const AddSchedule = shape({ name: text(200), ...content })
export const AddScheduleVersion = shape({
  ...content,
  reason: text(500, { description: 'Why the hours change; kept with the version' }),
})
export type ScheduleContent = Static<typeof AddSchedule>

export const ScheduleVersionRow = shape({
  versionNo: Type.Integer(),
  validFrom: day(),
  madeAt: instant(),
  reason: nullable(Type.String()),
  parentScheduleId: nullable(idField()),
  parentVersionNo: nullable(Type.Integer()),
  week: nullable(Type.Array(WeekWindow, { description: 'null = the parent’s hours' })),
  exceptions: Type.Array(Exception),
})
export type ScheduleVersionRow = Static<typeof ScheduleVersionRow>

export const Schedule = shape({
  scheduleId: idField(),
  name: Type.String(),
  parentScheduleId: nullable(idField()),
  parentName: nullable(Type.String()),
  origin: Type.String(),
  version: Type.Integer(),
  usedBy: Type.Array(
    shape({ kind: oneOf(['tenant', 'unit', 'place', 'schedule']), id: idField(), name: Type.String() }),
  ),
  versions: Type.Array(ScheduleVersionRow, { description: 'The latest first' }),
})
export type Schedule = Static<typeof Schedule>

export const ScheduleRow = shape({
  scheduleId: idField(),
  name: Type.String(),
  parentName: nullable(Type.String()),
  versionNo: Type.Integer(),
  validFrom: day(),
  uses: Type.Integer({ description: 'Places, units and schedules that go by it' }),
  isTenants: Type.Boolean({ description: 'The hours of the whole organisation' }),
  origin: Type.String(),
})
export type ScheduleRow = Static<typeof ScheduleRow>

export const Place = shape({
  placeId: idField(),
  name: Type.String(),
  saidAt: nullable(Type.String({ description: 'With its preposition: i kommunhuset' })),
  address: nullable(Type.String()),
  scheduleId: nullable(idField()),
  hoursStated: Type.Boolean({ description: 'false = no hours are printed or decided: ej angivet' }),
  servedByUnitId: nullable(idField()),
  servedByName: nullable(Type.String()),
  validFrom: day(),
  validTo: nullable(day()),
  origin: Type.String(),
  version: Type.Integer(),
})
export type Place = Static<typeof Place>

/** What the day is called or why it is closed. */
const DayName = nullable(shape({ sv: Type.String(), en: Type.String() }))

export const OpeningHours = shape({
  date: day(),
  name: Type.String(),
  stated: Type.Boolean({
    description: 'false = this place has no hours of its own; those below are whose is said in holder',
  }),
  holder: nullable(oneOf(SCHEDULE_HOLDERS)),
  holderName: nullable(Type.String()),
  windows: Type.Array(Hours, { description: 'Empty = closed that day' }),
  dayName: DayName,
  week: Type.Array(shape({ weekday: Type.Integer(), windows: Type.Array(Hours), dayName: DayName }), {
    description: 'The seven days of the date’s week',
  }),
  scheduleId: nullable(idField()),
  versionNo: nullable(Type.Integer()),
})
export type OpeningHours = Static<typeof OpeningHours>

const placeFacts = {
  name: text(200),
  saidAt: optional(nullable(text(200))),
  address: optional(nullable(text(300))),
  scheduleId: optional(nullable(idField('Leave out where no hours are stated'))),
  servedByUnitId: optional(nullable(idField())),
}
export const AddPlace = shape({ ...placeFacts, from: day() })
export const ChangePlace = shape({
  ...placeFacts,
  endedOn: optional(nullable(day('The first day it is no longer served'))),
})
export const UseSchedule = shape({
  scheduleId: nullable(idField('null = the nearest unit above decides')),
  from: day(),
})
export const UseTenantSchedule = shape({ scheduleId: idField() })

const ScheduleParams = shape({ scheduleId: idField() })
const PlaceParams = shape({ placeId: idField() })
const OnDate = shape({ date: optional(day()) })
const tag = 'organisation'
const read = { tag, access: 'organisation.read', method: 'GET' } as const
const editHours = { tag, access: 'schedule.edit' } as const
const editPlace = { tag, access: 'organisation.edit', answer: Place } as const

export const listSchedules = op({
  ...read,
  id: 'listSchedules',
  path: '/organisation/schedules',
  summary: 'Schedules and how many go by each',
  answer: shape({ schedules: listOf(ScheduleRow, 2000) }),
})
export const readSchedule = op({
  ...read,
  id: 'readSchedule',
  path: '/organisation/schedules/{scheduleId}',
  summary: 'A schedule with all its versions',
  params: ScheduleParams,
  answer: Schedule,
})
export const addScheduleOp = op({
  ...editHours,
  id: 'addSchedule',
  method: 'POST',
  path: '/organisation/schedules',
  status: 201,
  summary: 'Add a schedule with its first version',
  body: AddSchedule,
  answer: Schedule,
  example: {
    name: 'Kommunhuset',
    from: '2012-01-01',
    week: [{ weekday: 1, opens: '07:45', closes: '16:45' }],
    exceptions: [],
  },
})
export const addScheduleVersionOp = op({
  ...editHours,
  id: 'addScheduleVersion',
  method: 'POST',
  path: '/organisation/schedules/{scheduleId}/versions',
  status: 201,
  versioned: true,
  summary: 'Change the hours: a new version with its reason; earlier versions stay as they were',
  params: ScheduleParams,
  body: AddScheduleVersion,
  answer: Schedule,
})
export const useScheduleOp = op({
  ...editHours,
  id: 'setUnitSchedule',
  method: 'PUT',
  path: '/organisation/units/{unitId}/schedule',
  summary: 'Say by which hours a unit works from a day',
  params: shape({ unitId: idField() }),
  body: UseSchedule,
})
export const useTenantScheduleOp = op({
  ...editHours,
  id: 'setTenantSchedule',
  method: 'PUT',
  path: '/organisation/tenant-schedule',
  summary: 'Say by which hours the whole organisation works where nothing nearer says',
  body: UseTenantSchedule,
})
export const listPlaces = op({
  ...read,
  id: 'listPlaces',
  path: '/organisation/places',
  summary: 'The places of a day',
  query: OnDate,
  answer: shape({ date: day(), places: listOf(Place, 5000) }),
})
export const readPlace = op({
  ...read,
  id: 'readPlace',
  path: '/organisation/places/{placeId}',
  summary: 'A place',
  params: PlaceParams,
  answer: Place,
})
export const readOpeningHours = op({
  ...read,
  id: 'readOpeningHours',
  path: '/organisation/places/{placeId}/hours',
  summary: 'When a place is open on a day and in its week, and whose hours those are',
  params: PlaceParams,
  query: OnDate,
  answer: OpeningHours,
})
export const addPlaceOp = op({
  ...editPlace,
  id: 'addPlace',
  method: 'POST',
  path: '/organisation/places',
  status: 201,
  summary: 'Add a place',
  body: AddPlace,
})
export const changePlaceOp = op({
  ...editPlace,
  id: 'changePlace',
  method: 'PUT',
  path: '/organisation/places/{placeId}',
  versioned: true,
  summary: 'Change a place',
  params: PlaceParams,
  body: ChangePlace,
})
