// Lays an office's organisation: parties, hours, the dated tree, and the places it serves.
import { originText } from './office.ts'
import { lay, plainDate, validity } from './load-rows.ts'
import type { Laying } from './load-rows.ts'
import type { ScheduleRow } from './tyreso/opening-hours.ts'

export async function layOrganisation(laying: Laying): Promise<void> {
  await layParties(laying)
  for (const schedule of laying.rows.schedules) await laySchedule(laying, schedule)
  await lay(laying, 'organisation.tenant_schedule', [
    { schedule_id: laying.id('schedule', laying.rows.schedules[0]?.key ?? '') },
  ])
  await layUnits(laying)
  await layPlaces(laying)
}

async function layParties(laying: Laying): Promise<void> {
  const { id, office, rows } = laying
  await lay(
    laying,
    'organisation.party',
    rows.parties.map((party) => ({
      party_id: id('party', party.key),
      kind: party.kind,
      name: party.name.sv,
      series_prefix: party.key === office.provider.party ? office.provider.series : null,
      origin: originText(party.origin),
    })),
  )
  await lay(
    laying,
    'organisation.party_relation',
    rows.parties.flatMap((party) =>
      party.boardOf === null
        ? []
        : [
            {
              party_id: id('party', party.key),
              kind: 'board_of' as const,
              other_party_id: id('party', party.boardOf),
              valid_from: office.validFrom,
            },
          ],
    ),
  )
}

async function laySchedule(laying: Laying, schedule: ScheduleRow): Promise<void> {
  const { id, madeAt } = laying
  const version = { schedule_id: id('schedule', schedule.key), version_no: 1 }
  const parent = schedule.parent === null ? null : id('schedule', schedule.parent)
  await lay(laying, 'organisation.schedule', [
    {
      schedule_id: version.schedule_id,
      name: schedule.name.sv,
      parent_schedule_id: parent,
      origin: originText(schedule.origin),
    },
  ])
  await lay(laying, 'organisation.schedule_version', [
    {
      ...version,
      valid_from: plainDate(schedule.from),
      made_at: madeAt,
      parent_schedule_id: parent,
      parent_version_no: parent === null ? null : 1,
    },
  ])
  await lay(
    laying,
    'organisation.schedule_window',
    schedule.windows.map((window) => ({
      ...version,
      weekday: window.weekday,
      opens_minute: minuteOfDay(window.opens),
      closes_minute: minuteOfDay(window.closes),
    })),
  )
  await lay(
    laying,
    'organisation.schedule_day',
    schedule.exceptions.map((day) => ({
      ...version,
      day: plainDate(day.date),
      kind: day.windows.length === 0 ? ('closed' as const) : ('half_day' as const),
      windows: day.windows.map((window) => `[${minuteOfDay(window.opens)},${minuteOfDay(window.closes)})`),
      name: day.reason.sv,
      name_en: day.reason.en,
    })),
  )
}

function minuteOfDay(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(/[:.]/)
  return Number(hours) * 60 + Number(minutes)
}

async function layUnits(laying: Laying): Promise<void> {
  const { id, office, rows } = laying
  await lay(
    laying,
    'organisation.unit',
    rows.units.map((unit) => ({
      unit_id: id('unit', unit.key),
      code: unit.key,
      short_name: unit.short,
      origin: originText(unit.placements[0]?.origin ?? 'demonstration'),
    })),
  )
  await lay(
    laying,
    'organisation.unit_placement',
    rows.units.flatMap((unit) =>
      unit.placements.map((placement) => ({
        unit_id: id('unit', unit.key),
        ...validity(placement),
        parent_unit_id: placement.parent === null ? null : id('unit', placement.parent),
        party_id: id('party', unit.party),
        kind: placement.kind,
        name: placement.name.sv,
        head_title: placement.headTitle,
        origin: originText(placement.origin),
      })),
    ),
  )
  await lay(
    laying,
    'organisation.unit_schedule',
    rows.units.flatMap((unit) =>
      unit.schedule === null
        ? []
        : [
            {
              unit_id: id('unit', unit.key),
              schedule_id: id('schedule', unit.schedule),
              valid_from: office.validFrom,
            },
          ],
    ),
  )
}

async function layPlaces(laying: Laying): Promise<void> {
  const { id, office, rows } = laying
  await lay(
    laying,
    'organisation.place',
    rows.places.map((place) => ({
      place_id: id('place', place.key),
      name: place.name.sv,
      said_at: place.at,
      schedule_id: place.schedule === null ? null : id('schedule', place.schedule),
      hours_stated: place.schedule !== null,
      served_by_unit_id: id('unit', place.servedBy),
      valid_from: office.validFrom,
      origin: originText(place.origin),
    })),
  )
}
