// The door to our components. Templates set no colour or distance of their own: they choose a component.

import './elements.ts'

export { AnyField, type AnyFieldProps } from './any-field.tsx'
export { Actions, Button, Key, LinkButton, type ButtonProps, type LinkButtonProps } from './button.tsx'
export { CheckField, ChoiceField, SelectField, SeveralField } from './choices.tsx'
export type {
  CheckFieldProps,
  ChoiceFieldProps,
  Option,
  SelectFieldProps,
  SelectOption,
  SeveralFieldProps,
} from './choices.tsx'
export { Clock, MiniStrip, type ClockProps, type ClockState, type StripShare } from './clock.tsx'
export type { FieldProps } from './field.tsx'
export { DeedForm, formOn, MoreForm, type DeedFormProps, type FormFacts, type FormView } from './deed-form.tsx'
export { AmountField, DateField, FileField, NumberField, SearchField, TextArea, TextField } from './fields.tsx'
export type {
  DateFieldProps,
  FieldWidth,
  FileFieldProps,
  NumberFieldProps,
  SearchFieldProps,
  TextAreaProps,
  TextFieldProps,
} from './fields.tsx'
export { Equation, Figure, Mark, OpenedFigure, Tie } from './figure.tsx'
export type { EquationProps, FigureProps, MarkProps, OpenedFigureProps, TieProps } from './figure.tsx'
export { ErrorSummary, Form, FormSection, Reveal } from './form.tsx'
export type { ErrorSummaryProps, FieldError, FormProps, RevealProps } from './form.tsx'
export { formatFileSize, formatNumber, formatPercent } from './format.ts'
export { classes, Hidden, Icon, type IconName, type IconProps } from './icon.tsx'
export { KeyMap, keyMapId } from './key-map.tsx'
export { BulkBar, ChoiceChip, FilterChip, FilterMenu, KeyHints, Pager, Tabs, Tools } from './list.tsx'
export type {
  BulkBarProps,
  ChoiceChipProps,
  FilterChipProps,
  FilterMenuProps,
  KeyHint,
  PagerProps,
  Tab,
  TabsProps,
} from './list.tsx'
export { CopyNumber, LiveRegion, Presence, PrintButton, type LiveRegionProps, type PresenceProps } from './live.tsx'
export { Bars, Kpi, Kpis, UseShare, type Bar, type BarsProps, type KpiProps, type UseShareProps } from './measures.tsx'
export { Dialog, Menu, MenuList, More } from './menu.tsx'
export type { DialogProps, MenuItem, MenuListProps, MenuProps, MoreProps } from './menu.tsx'
export { Empty, Loading, Notice, NoticeList, Progress } from './notice.tsx'
export type { EmptyProps, NoticeProps, NoticeTone, ProgressProps } from './notice.tsx'
export { dateText, originText, spanText } from './record.ts'
export { Register, type RegisterProps } from './register.tsx'
export { OrgChart, type OrgChartProps, type OrgNode } from './org-chart.tsx'
export { Brief, Card, Checks, Crumbs, Facts, Heading, PageHead, SumLines } from './panel.tsx'
export type { BriefLine, CardProps, ChecksProps, Crumb, Fact, PageHeadProps, SumLine } from './panel.tsx'
export { Hero, MyCases, Rating, SearchHits, ServiceAreas, Ways } from './portal.tsx'
export type { HeroProps, MyCase, RatingProps, SearchHit, ServiceArea, WayIn } from './portal.tsx'
export { ClockReplay, DayByDay, DayStrip, PromiseCard } from './promise.tsx'
export type { ClockReplayProps, CountedRow, DayStripProps, PromiseCardProps, PromiseDay } from './promise.tsx'
export { Approval, RunSteps, Steps, Warnings } from './steps.tsx'
export type { ApprovalSeat, RunStep, Step, WarningRow } from './steps.tsx'
export { SuggestionField, type ListedSuggestionProps, type SearchedSuggestionProps } from './suggestion.tsx'
export { Cell, DataTable, GroupRow, HeadCell, RowLink, SelectCell, TableFrame } from './table.tsx'
export type { Column, DataTableProps, RowGroup, RowSelection, SortLink } from './table.tsx'
export { Avatar, Count, initials, Tag, Who, type Tone } from './tag.tsx'
export { uiText, type Lang } from './text.ts'
export { Composer, ErasedLine, EventLine, Message, Timeline } from './timeline.tsx'
export type { ComposerProps, EventLineProps, MessageProps } from './timeline.tsx'
export * from '../charts/index.ts'
