// Generated from the migrated database by `node bin/tables.mjs`; never edited. The keys are schema and table.

import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as unknown (the reader's schema decides), written as JSON text. */
export type Json = ColumnType<unknown, string, string>

export interface AgreementsAgreement {
  tenant_id: string
  agreement_id: string
  kind: 'agreement' | 'understanding' | 'assignment' | 'appropriation' | 'underpinning'
  name: string
  provider_party_id: string
  customer_id: string
  current_version: Generated<number>
  origin: string
  version: Generated<number>
  sort_name: GeneratedAlways<string>
}

export interface AgreementsAgreementVersion {
  tenant_id: string
  agreement_id: string
  version_no: number
  state: 'draft' | 'active' | 'ended'
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  made_at: Temporal.Instant
  reason: string | null
}

export interface AgreementsLine {
  tenant_id: string
  agreement_id: string
  version_no: number
  line_no: number
  customer_id: string
  service_id: string
  offering_id: string | null
  level_id: string | null
  schedule_id: string | null
  system_id: string | null
  financing: 'price' | 'key' | 'fixed' | 'appropriation' | 'none'
  agreed_volume_thousandths: bigint | null
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
}

export interface CasesCase {
  tenant_id: string
  case_id: string
  number: string | null
  kind: 'order' | 'fault' | 'question' | 'complaint'
  request_type_id: string
  service_id: string
  title: string
  customer_id: string | null
  unit_id: string | null
  requester_id: string | null
  outside_name: string | null
  outside_address: string | null
  registered_by: string
  channel: 'portal' | 'mail' | 'letter' | 'telephone' | 'counter'
  provider_party_id: string
  provider_unit_id: string
  information_owner_id: string
  place_id: string | null
  building_id: string | null
  room_id: string | null
  system_id: string | null
  category: string | null
  priority: Generated<'low' | 'normal' | 'high' | 'critical'>
  circle_id: string | null
  watchers: Generated<string[]>
  standard: 'standard' | 'adapted' | null
  form_id: string | null
  form_version_no: number | null
  answers: ColumnType<unknown, string | undefined, string>
  agreement_id: string | null
  agreement_version_no: number | null
  agreement_line_no: number | null
  expected_ore: bigint | null
  state: 'awaiting_approval' | 'new' | 'in_progress' | 'waiting' | 'done' | 'closed' | 'withdrawn' | 'rejected' | 'converted' | 'merged'
  waiting_for: 'customer' | 'us' | 'supplier' | null
  owner_person_id: string | null
  support_line: Generated<number>
  clock_kind: string | null
  due_at: Temporal.Instant | null
  received_at: Temporal.Instant
  started_at: Temporal.Instant | null
  done_at: Temporal.Instant | null
  closed_at: Temporal.Instant | null
  latest_at: Temporal.Instant
  parent_id: string | null
  merged_into_id: string | null
  moved_around: Generated<number>
  lead_working_minutes: number | null
  rating: number | null
  origin: string
  version: Generated<number>
}

export interface CasesClock {
  tenant_id: string
  clock_id: string
  case_id: string
  kind: 'receipt' | 'first_answer' | 'start' | 'done'
  promise_id: string
  promise_version_no: number
  source_kind: 'agreement_line' | 'request_type' | 'service' | 'area' | 'office'
  source_id: string | null
  amount: number
  unit: 'working_minutes' | 'working_days'
  strength: 'binding' | 'strive'
  target_share_thousandths: number | null
  schedule_id: string
  first_told_due_at: Temporal.Instant
  due_at: Temporal.Instant | null
  state: 'running' | 'paused' | 'kept' | 'broken' | 'cancelled'
  ended_at: Temporal.Instant | null
  moved_by_us: Generated<boolean>
  moved_by_customer: Generated<boolean>
}

export interface CasesClockEvent {
  tenant_id: string
  case_id: string
  clock_id: string
  n: number
  at: Temporal.Instant
  kind: 'start' | 'pause' | 'resume' | 'rebase' | 'stop' | 'reopen' | 'cancel'
  by: 'customer' | 'us' | 'supplier' | null
  reason: string | null
  schedule_id: string
  schedule_version_no: number
  facts: ColumnType<unknown, string | undefined, string>
}

export interface CasesConversion {
  tenant_id: string
  case_id: string
  need_id: string
  at: Temporal.Instant
}

export interface CasesDelivery {
  tenant_id: string
  case_id: string
  delivery_id: string
  offering_id: string | null
  channel: string
  quantity_thousandths: bigint
  unit_id: string | null
  delivered_on: Temporal.PlainDate
  delivered_by: string
  at: Temporal.Instant
  note: string | null
}

export interface CasesEvent {
  tenant_id: string
  case_id: string
  n: number
  at: Temporal.Instant
  kind: string
  by_person_id: string | null
  reason: string | null
  facts: ColumnType<unknown, string | undefined, string>
}

export interface CasesMerge {
  tenant_id: string
  case_id: string
  n: number
  into_case_id: string
  state_before: string
  at: Temporal.Instant
  by_person_id: string
  undone_at: Temporal.Instant | null
}

export interface CasesMessage {
  tenant_id: string
  case_id: string
  message_id: string
  at: Temporal.Instant
  kind: 'in' | 'out' | 'note'
  channel: 'portal' | 'mail' | 'letter' | 'telephone' | 'counter' | 'system'
  author_id: string | null
  body: string
  erased_by: string | null
}

export interface CasesRating {
  tenant_id: string
  case_id: string
  at: Temporal.Instant
  person_id: string
  score: number
  comment: string | null
}

export interface CasesRelation {
  tenant_id: string
  case_id: string
  other_case_id: string
  at: Temporal.Instant
  by_person_id: string
}

export interface CasesWatcher {
  tenant_id: string
  case_id: string
  person_id: string
  added_by: string
  at: Temporal.Instant
}

export interface CatalogueArea {
  tenant_id: string
  area_id: string
  code: string
  name_sv: string
  name_en: string
  mode: Generated<'own_production' | 'purchaser_function'>
  owner_unit_id: string | null
  owner_person_id: string | null
  lead: string | null
  position: number
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
  version: Generated<number>
}

export interface CatalogueCommitment {
  tenant_id: string
  area_id: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  body: string
  note: string | null
  origin: string
}

export interface CatalogueCountingUnit {
  tenant_id: string
  counting_unit_id: string
  version_no: number
  name_sv: string
  name_en: string
  short_sv: string | null
  short_en: string | null
  definition: string
  not_counted_twice: string | null
  origin: Generated<string>
}

export interface CatalogueEligibility {
  tenant_id: string
  service_id: string
  n: number
  customer_type: string | null
  customer_id: string | null
  must: Generated<boolean>
}

export interface CatalogueForm {
  tenant_id: string
  form_id: string
  code: string
  name: string
  name_en: string | null
  published_version: number | null
  draft: ColumnType<unknown, string | null | undefined, string | null>
  origin: Generated<string>
  version: Generated<number>
}

export interface CatalogueFormVersion {
  tenant_id: string
  form_id: string
  version_no: number
  fields: Json
  intro_sv: string | null
  intro_en: string | null
  made_by: string | null
  made_at: Temporal.Instant
}

export interface CatalogueLevel {
  tenant_id: string
  level_id: string
  code: string
  name_sv: string
  name_en: string
  schedule_id: string | null
}

export interface CatalogueNeed {
  tenant_id: string
  need_id: string
  kind: 'wish' | 'need'
  title: string
  body: string | null
  area_id: string | null
  asked_by: string
  asked_at: Temporal.Instant
  state: Generated<'open' | 'draft_made' | 'answered' | 'declined'>
  answered_service_id: string | null
  answered_version_no: number | null
  answered_at: Temporal.Instant | null
  decline_reason: string | null
  version: Generated<number>
}

export interface CatalogueNeedBacker {
  tenant_id: string
  need_id: string
  customer_id: string
  person_id: string
  at: Temporal.Instant
}

export interface CatalogueOffering {
  tenant_id: string
  offering_id: string
  service_id: string
  code: string
  name_sv: string
  name_en: string
  kind: 'once' | 'standing' | 'event' | 'hour'
  counting_unit_id: string
  counting_unit_version: number
  adapted_from_offering_id: string | null
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
  version: Generated<number>
}

export interface CataloguePrice {
  tenant_id: string
  price_list_id: string
  code: string
  offering_id: string
  channel: 'portal' | 'mail' | 'letter' | 'telephone' | 'counter' | null
  customer_type: string | null
  amount_ore: bigint
  per_quantity: Generated<number>
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate
  origin: string
}

export interface CataloguePriceList {
  tenant_id: string
  price_list_id: string
  name: string
  year: number
  state: 'draft' | 'published' | 'closed'
  decision_id: string | null
  published_by: string | null
  published_at: Temporal.Instant | null
  origin: string
  version: Generated<number>
}

export interface CataloguePromise {
  tenant_id: string
  promise_id: string
  version_no: number
  code: string | null
  label: string | null
  level_id: string | null
  request_type_id: string | null
  service_id: string | null
  area_id: string | null
  clock_kind: 'receipt' | 'first_answer' | 'start' | 'done' | null
  amount: number | null
  unit: 'working_minutes' | 'working_days' | null
  towards: 'customer' | 'outside' | null
  channel: 'portal' | 'mail' | 'letter' | 'telephone' | 'counter' | null
  priority: 'low' | 'normal' | 'high' | 'critical' | null
  strength: 'binding' | 'strive'
  target_share_thousandths: number | null
  guarantee: Generated<boolean>
  name_sv: string
  name_en: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
}

export interface CatalogueRequestRoute {
  tenant_id: string
  request_type_id: string
  place_id: string
  unit_id: string
}

export interface CatalogueRequestType {
  tenant_id: string
  request_type_id: string
  code: string
  service_id: string
  case_kind: 'order' | 'fault' | 'question' | 'complaint'
  name_sv: string
  name_en: string
  hint_sv: string | null
  hint_en: string | null
  form_id: string | null
  need_type: 'identity' | 'system_function' | 'training' | 'client' | 'printing' | 'communication' | 'change' | 'move' | null
  route: Generated<'provider_unit' | 'system_manager' | 'place' | 'customer_manager' | 'named_unit'>
  route_unit_id: string | null
  route_rules: ColumnType<unknown, string | undefined, string>
  approval: Generated<'none' | 'unauthorised' | 'over_limit' | 'always'>
  approval_over_ore: bigint | null
  approval_field: string | null
  approval_remind_days: Generated<number>
  approval_lapse_days: Generated<number>
  category_field: string | null
  circle_id: string | null
  identity_check: Generated<boolean>
  schedule_id: string | null
  place_ids: Generated<string[]>
  elsewhere_request_type_id: string | null
  offering_id: string | null
  routine_sv: string | null
  close_after_days: Generated<number>
  reopen_within_days: Generated<number>
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
  version: Generated<number>
}

export interface CatalogueReview {
  tenant_id: string
  review_id: string
  service_id: string
  reviewed_by: string
  reviewed_on: Temporal.PlainDate
  findings: string
  next_review_on: Temporal.PlainDate | null
}

export interface CatalogueService {
  tenant_id: string
  service_id: string
  code: string
  area_id: string
  published_version: number | null
  starts_on: Temporal.PlainDate | null
  ending_from: Temporal.PlainDate | null
  ends_on: Temporal.PlainDate | null
  synonyms: Generated<string[]>
  origin: string
  version: Generated<number>
}

export interface CatalogueServicePart {
  tenant_id: string
  service_id: string
  version_no: number
  position: number
  kind: 'included' | 'not_included'
  what: string
  done_by: string | null
  origin: string | null
}

export interface CatalogueServiceProvider {
  tenant_id: string
  service_id: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  unit_id: string
  supplier_party_id: string | null
}

export interface CatalogueServiceVersion {
  tenant_id: string
  service_id: string
  version_no: number
  state: 'draft' | 'planned' | 'active'
  name_sv: string
  name_en: string | null
  kind: 'volume' | 'operation' | 'application' | 'project' | 'advice' | 'support' | 'administration' | 'training' | 'job' | null
  obligation: 'mandatory' | 'optional' | 'add_on' | 'commissioned' | 'appropriation' | null
  basic: Generated<boolean>
  purpose: string | null
  for_whom: string | null
  content: string | null
  order_way: string | null
  level_text: string | null
  volume_text: string | null
  price_text: string | null
  process_text: string | null
  needs_text: string | null
  customer_duties: string | null
  owner_person_id: string | null
  owner_title: string | null
  standard: 'standard' | 'adapted' | null
  adapted_from_service_id: string | null
  commissioning_party_id: string | null
  decision_id: string | null
  review_on: Temporal.PlainDate | null
  not_stated: Generated<string[]>
  origins: ColumnType<unknown, string | undefined, string>
  change_note: string | null
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
  proposed_by: string | null
  proposed_at: Temporal.Instant
  published_by: string | null
  published_at: Temporal.Instant | null
}

export interface CatalogueSignOff {
  tenant_id: string
  service_id: string
  version_no: number
  customer_id: string
  asked_by: string | null
  asked_at: Temporal.Instant | null
  signed_by: string | null
  signed_at: Temporal.Instant | null
}

export interface OrganisationAssignment {
  tenant_id: string
  assignment_id: string
  person_id: string
  role_id: string
  unit_id: string
  title: string | null
  responsible: Generated<boolean>
  share_percent: string | null
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  continues_id: string | null
  origin: string
  version: Generated<number>
}

export interface OrganisationCustomer {
  tenant_id: string
  customer_id: string
  unit_id: string
  authority_party_id: string
  customer_type: string
  settlement: 'posting' | 'invoice'
  counterpart_code: string | null
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
  version: Generated<number>
}

export interface OrganisationDemonstrationSeat {
  tenant_id: string
  assignment_id: string
  position: number
  label: string | null
  first_screen: string
}

export interface OrganisationMandate {
  tenant_id: string
  mandate_id: string
  person_id: string
  customer_id: string
  kind: 'purchaser' | 'coordinator'
  area_codes: Generated<string[]>
  limit_ore: bigint | null
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
  version: Generated<number>
}

export interface OrganisationParty {
  tenant_id: string
  party_id: string
  kind: 'municipality' | 'board' | 'joint_board' | 'company' | 'supplier' | 'association'
  name: string
  aliases: Generated<string[]>
  organisation_number: string | null
  series_prefix: string | null
  origin: string
  version: Generated<number>
}

export interface OrganisationPartyRelation {
  tenant_id: string
  party_id: string
  kind: 'board_of' | 'host_of' | 'member_of' | 'owned_by'
  other_party_id: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
}

export interface OrganisationPerson {
  tenant_id: string
  person_id: string
  name: string
  sort_name: GeneratedAlways<string>
  title: string | null
  email: string | null
  telephone: string | null
  protected: Generated<boolean>
  kind: 'employee' | 'elected' | 'trainee' | 'outside'
  mentor_id: string | null
  deputy_id: string | null
  away_from: Temporal.PlainDate | null
  away_to: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  origin: string
  version: Generated<number>
}

export interface OrganisationPlace {
  tenant_id: string
  place_id: string
  name: string
  said_at: string | null
  address: string | null
  schedule_id: string | null
  hours_stated: boolean
  served_by_unit_id: string | null
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
  version: Generated<number>
}

export interface OrganisationPost {
  tenant_id: string
  post_id: string
  unit_id: string
  title: string
  share_percent: string | null
  state: 'filled' | 'vacant' | 'recruiting'
  recruitment: 'internal' | 'external' | 'internal_or_external' | null
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
  version: Generated<number>
}

export interface OrganisationPrintedCount {
  tenant_id: string
  unit_id: string
  measure: 'heads_text' | 'heads_chart' | 'full_time' | 'posts'
  value: string
  quote: string | null
  origin: string
}

export interface OrganisationRole {
  tenant_id: string
  role_id: string
  version_no: number
  code: string
  name: string
  level: 'strategic' | 'tactical' | 'operative' | null
  model: string | null
  rights: Generated<string[]>
  level_basis: string | null
  responsibilities: Generated<string[]>
  competences: Generated<string[]>
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
}

export interface OrganisationRolePredecessor {
  tenant_id: string
  role_id: string
  version_no: number
  predecessor_role_id: string
  predecessor_version_no: number
  basis: 'stated' | 'inferred'
}

export interface OrganisationSchedule {
  tenant_id: string
  schedule_id: string
  name: string
  parent_schedule_id: string | null
  origin: string
  version: Generated<number>
}

export interface OrganisationScheduleDay {
  tenant_id: string
  schedule_id: string
  version_no: number
  day: Temporal.PlainDate
  kind: 'closed' | 'open' | 'half_day'
  windows: Generated<string[]>
  name: string | null
  name_en: string | null
}

export interface OrganisationScheduleVersion {
  tenant_id: string
  schedule_id: string
  version_no: number
  valid_from: Temporal.PlainDate
  made_at: Temporal.Instant
  reason: string | null
  parent_schedule_id: string | null
  parent_version_no: number | null
}

export interface OrganisationScheduleWindow {
  tenant_id: string
  schedule_id: string
  version_no: number
  weekday: number
  opens_minute: number
  closes_minute: number
}

export interface OrganisationTenantSchedule {
  tenant_id: string
  schedule_id: string
}

export interface OrganisationUnit {
  tenant_id: string
  unit_id: string
  code: string
  short_name: string | null
  origin: string
  version: Generated<number>
}

export interface OrganisationUnitPlacement {
  tenant_id: string
  unit_id: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  parent_unit_id: string | null
  party_id: string
  kind: 'root' | 'office' | 'department' | 'unit' | 'staff_post' | 'functional_group' | 'administration' | 'school' | 'workplace' | 'project' | 'purchaser_function'
  name: string
  head_title: string | null
  origin: Generated<string>
}

export interface OrganisationUnitSchedule {
  tenant_id: string
  unit_id: string
  schedule_id: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
}

export interface PlatformAccount {
  tenant_id: string
  account_id: string
  person_id: string
  login_name: string | null
  password_hash: string | null
  issuer: string | null
  subject: string | null
  ended_at: Temporal.Instant | null
  version: Generated<number>
  active_since: Temporal.Instant | null
}

export interface PlatformApproval {
  tenant_id: string
  approval_id: string
  kind: 'purchaser' | 'four_eyes' | 'both_parties' | 'head'
  subject_kind: string
  subject_id: string
  reason_code: string
  amount_ore: bigint | null
  asked_by: string
  asked_at: Temporal.Instant
  remind_at: Temporal.Instant | null
  reminded_at: Temporal.Instant | null
  lapse_at: Temporal.Instant | null
  state: Generated<'open' | 'approved' | 'rejected' | 'lapsed' | 'withdrawn'>
  settled_at: Temporal.Instant | null
  version: Generated<number>
}

export interface PlatformApprovalStep {
  tenant_id: string
  approval_id: string
  person_id: string
  deputy_for: string | null
  outcome: 'approved' | 'rejected' | null
  decided_at: Temporal.Instant | null
  reason: string | null
}

export interface PlatformCircle {
  tenant_id: string
  circle_id: string
  name: string
  legal_ground: string | null
}

export interface PlatformCircleReader {
  tenant_id: string
  circle_id: string
  person_id: string
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
}

export interface PlatformFigureValue {
  tenant_id: string
  figure: string
  version: number
  scope_kind: string
  scope_id: string
  period_from: Temporal.PlainDate
  period_to: Temporal.PlainDate
  value: Json
  counted_at: Temporal.Instant
}

export interface PlatformFile {
  tenant_id: string
  file_id: string
  sha256: Buffer
  size_bytes: bigint
  media_type: string
  name: string
  subject_kind: string | null
  subject_id: string | null
  uploaded_by: string
  uploaded_at: Temporal.Instant
  state: Generated<'stored' | 'erased'>
}

export interface PlatformIdempotency {
  tenant_id: string
  account_id: string
  key: string
  body_hash: Buffer
  answer: ColumnType<unknown, string | null | undefined, string | null>
  at: Temporal.Instant
}

export interface PlatformInstallation {
  only_row: Generated<boolean>
  link_key: Buffer
}

export interface PlatformJournal {
  tenant_id: string
  n: bigint
  at: Temporal.Instant
  actor_kind: 'person' | 'system'
  account_id: string | null
  person_id: string | null
  assignment_id: string | null
  verb: string
  subject_kind: string
  subject_id: string
  facts: ColumnType<unknown, string | undefined, string>
  content_hash: Buffer | null
  previous_hash: Buffer
  hash: Buffer
}

export interface PlatformJournalHead {
  tenant_id: string
  n: bigint
  hash: Buffer
}

export interface PlatformNotice {
  tenant_id: string
  notice_id: string
  person_id: string
  at: Temporal.Instant
  kind: string
  subject_kind: string
  subject_id: string
  facts: ColumnType<unknown, string | undefined, string>
  read_at: Temporal.Instant | null
}

export interface PlatformOutbox {
  tenant_id: string
  mail_id: string
  person_id: string | null
  to_address: string
  subject: string
  body: string
  about_kind: string
  about_id: string
  created_at: Temporal.Instant
  state: Generated<'queued' | 'sent' | 'failed' | 'kept'>
  tries: Generated<number>
  failure: string | null
  settled_at: Temporal.Instant | null
}

export interface PlatformResetLink {
  tenant_id: string
  token_hash: Buffer
  account_id: string
  expires_at: Temporal.Instant
  used_at: Temporal.Instant | null
}

export interface PlatformSavedView {
  tenant_id: string
  view_id: string
  list: string
  name: string
  person_id: string | null
  unit_id: string | null
  query: string
  version: Generated<number>
}

export interface PlatformSearchEntry {
  tenant_id: string
  kind: string
  id: string
  open: boolean
  title: Generated<string>
  synonyms: Generated<string[]>
  body: Generated<string>
  words: Generated<string[]>
  tsv: string
}

export interface PlatformSearchVocabulary {
  tenant_id: string
  version: string
  entries: number
}

export interface PlatformSearchWord {
  tenant_id: string
  word: string
  entries: number
}

export interface PlatformSeries {
  tenant_id: string
  series: string
  last_number: bigint
}

export interface PlatformSession {
  tenant_id: string
  token_hash: Buffer
  account_id: string
  assignment_id: string | null
  created_at: Temporal.Instant
  seen_at: Temporal.Instant
  expires_at: Temporal.Instant
}

export interface PlatformTenant {
  tenant_id: string
  slug: string
  name: string
  municipality: string
  colour: string
  language: Generated<'sv' | 'en'>
  demonstration: Generated<boolean>
  time_shift_days: Generated<number>
  loaded_cases: Generated<number>
  planned_cases: Generated<number>
  loaded_steps: Generated<number>
}

export interface PlatformThrottle {
  tenant_id: string
  key_hash: Buffer
  window_start: Temporal.Instant
  failures: number
}

export interface PremisesBuilding {
  tenant_id: string
  building_id: string
  property_id: string
  name: string
  place_id: string | null
  origin: string
  version: Generated<number>
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
}

export interface PremisesProperty {
  tenant_id: string
  property_id: string
  designation: string
  name: string
  manager_unit_id: string | null
  origin: string
  version: Generated<number>
  sort_name: GeneratedAlways<string>
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
}

export interface PremisesRoom {
  tenant_id: string
  room_id: string
  building_id: string
  name: string
  floor: string | null
  origin: string
  version: Generated<number>
  sort_name: GeneratedAlways<string>
  valid_from: Temporal.PlainDate | null
  valid_to: Temporal.PlainDate | null
}

export interface RegistryDecision {
  tenant_id: string
  decision_id: string
  party_id: string
  decided_by: string | null
  decided_on: Temporal.PlainDate | null
  section: string | null
  title: string
  body: string | null
  file_id: string | null
  source: 'meeting' | 'delegation' | 'printed'
  origin: string
  version: Generated<number>
  decided_printed: string | null
  replaces_id: string | null
  sort_title: GeneratedAlways<string>
}

export interface SystemsDependency {
  tenant_id: string
  system_id: string
  depends_on_id: string
}

export interface SystemsSystem {
  tenant_id: string
  system_id: string
  name: string
  aliases: Generated<string[]>
  owner_unit_id: string | null
  manager_unit_id: string | null
  manager_person_id: string | null
  criticality: 'low' | 'medium' | 'high' | 'critical' | null
  valid_from: Temporal.PlainDate
  valid_to: Temporal.PlainDate | null
  origin: string
  version: Generated<number>
  sort_name: GeneratedAlways<string>
}

export interface DB {
  'agreements.agreement': AgreementsAgreement
  'agreements.agreement_version': AgreementsAgreementVersion
  'agreements.line': AgreementsLine
  'cases.case': CasesCase
  'cases.clock': CasesClock
  'cases.clock_event': CasesClockEvent
  'cases.conversion': CasesConversion
  'cases.delivery': CasesDelivery
  'cases.event': CasesEvent
  'cases.merge': CasesMerge
  'cases.message': CasesMessage
  'cases.rating': CasesRating
  'cases.relation': CasesRelation
  'cases.watcher': CasesWatcher
  'catalogue.area': CatalogueArea
  'catalogue.commitment': CatalogueCommitment
  'catalogue.counting_unit': CatalogueCountingUnit
  'catalogue.eligibility': CatalogueEligibility
  'catalogue.form': CatalogueForm
  'catalogue.form_version': CatalogueFormVersion
  'catalogue.level': CatalogueLevel
  'catalogue.need': CatalogueNeed
  'catalogue.need_backer': CatalogueNeedBacker
  'catalogue.offering': CatalogueOffering
  'catalogue.price': CataloguePrice
  'catalogue.price_list': CataloguePriceList
  'catalogue.promise': CataloguePromise
  'catalogue.request_route': CatalogueRequestRoute
  'catalogue.request_type': CatalogueRequestType
  'catalogue.review': CatalogueReview
  'catalogue.service': CatalogueService
  'catalogue.service_part': CatalogueServicePart
  'catalogue.service_provider': CatalogueServiceProvider
  'catalogue.service_version': CatalogueServiceVersion
  'catalogue.sign_off': CatalogueSignOff
  'organisation.assignment': OrganisationAssignment
  'organisation.customer': OrganisationCustomer
  'organisation.demonstration_seat': OrganisationDemonstrationSeat
  'organisation.mandate': OrganisationMandate
  'organisation.party': OrganisationParty
  'organisation.party_relation': OrganisationPartyRelation
  'organisation.person': OrganisationPerson
  'organisation.place': OrganisationPlace
  'organisation.post': OrganisationPost
  'organisation.printed_count': OrganisationPrintedCount
  'organisation.role': OrganisationRole
  'organisation.role_predecessor': OrganisationRolePredecessor
  'organisation.schedule': OrganisationSchedule
  'organisation.schedule_day': OrganisationScheduleDay
  'organisation.schedule_version': OrganisationScheduleVersion
  'organisation.schedule_window': OrganisationScheduleWindow
  'organisation.tenant_schedule': OrganisationTenantSchedule
  'organisation.unit': OrganisationUnit
  'organisation.unit_placement': OrganisationUnitPlacement
  'organisation.unit_schedule': OrganisationUnitSchedule
  'platform.account': PlatformAccount
  'platform.approval': PlatformApproval
  'platform.approval_step': PlatformApprovalStep
  'platform.circle': PlatformCircle
  'platform.circle_reader': PlatformCircleReader
  'platform.figure_value': PlatformFigureValue
  'platform.file': PlatformFile
  'platform.idempotency': PlatformIdempotency
  'platform.installation': PlatformInstallation
  'platform.journal': PlatformJournal
  'platform.journal_head': PlatformJournalHead
  'platform.notice': PlatformNotice
  'platform.outbox': PlatformOutbox
  'platform.reset_link': PlatformResetLink
  'platform.saved_view': PlatformSavedView
  'platform.search_entry': PlatformSearchEntry
  'platform.search_vocabulary': PlatformSearchVocabulary
  'platform.search_word': PlatformSearchWord
  'platform.series': PlatformSeries
  'platform.session': PlatformSession
  'platform.tenant': PlatformTenant
  'platform.throttle': PlatformThrottle
  'premises.building': PremisesBuilding
  'premises.property': PremisesProperty
  'premises.room': PremisesRoom
  'registry.decision': RegistryDecision
  'systems.dependency': SystemsDependency
  'systems.system': SystemsSystem
}
