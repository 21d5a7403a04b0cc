// The posts of a unit: what they come to, beside what was printed; a disagreement is shown in words.
import type { Visit } from '#platform/http/site'
import { Card, DataTable, DateField, Empty, More, NumberField, SelectField, Tag, TextField } from '#ui'
import type { Post, UnitPosts } from '../posts/contract.ts'
import { postStates, recruitments } from '../posts/post.ts'
import { fill, organisationText } from '../text.ts'
import { DeedForm, formOn } from './form-parts.tsx'
import { numberText, originText, spanText, unstated } from './page-parts.tsx'

interface PostsCardProps {
  readonly visit: Visit
  readonly posts: UnitPosts
}

export function PostsCard({ visit, posts }: PostsCardProps) {
  const { lang } = visit
  const { unit: words, any } = organisationText[lang]
  const { sum } = posts
  return (
    <Card
      heading={words.posts}
      flush
      aside={
        posts.posts.length > 0 &&
        fill(words.sum, { n: sum.posts, filled: sum.filled, vacant: sum.vacant, recruiting: sum.recruiting })
      }
    >
      <DataTable
        lang={lang}
        bare
        caption={words.posts}
        look="cards"
        rows={posts.posts}
        rowId={(row) => row.postId}
        empty={
          <Empty title={words.noPosts} icon="list">
            {words.noPostsHelp}
          </Empty>
        }
        columns={[
          {
            head: words.post,
            rowHead: true,
            phone: 'title',
            cell: (row) => (
              <>
                {row.title}
                <span class="sub1">{originText(row.origin, lang)}</span>
              </>
            ),
          },
          {
            head: any.share,
            number: true,
            cell: (row) =>
              row.sharePercent === null ? unstated(lang) : `${numberText(Math.round(row.sharePercent * 100), lang)} %`,
          },
          { head: words.state, cell: (row) => <PostState visit={visit} post={row} /> },
          { head: any.from, class: 'nowrap', cell: (row) => spanText(row.validFrom, row.validTo, lang) },
        ]}
      />
      {posts.posts.length > 0 && (
        <p class="sm">
          <b>
            {words.fullTime}: {numberText(sum.fullTimeHundredths, lang)}
          </b>
          {sum.withoutShare > 0 && <span class="mute"> ({fill(words.withoutShare, { n: sum.withoutShare })})</span>}
        </p>
      )}
      {posts.printed.length > 0 && <PrintedTable visit={visit} posts={posts} />}
    </Card>
  )
}

function PostState({ visit, post }: { readonly visit: Visit; readonly post: Post }) {
  const words = organisationText[visit.lang].unit
  const tone = { filled: 'ok', vacant: 'warn', recruiting: 'info' } as const
  return (
    <Tag tone={tone[post.state]}>
      {words.states[post.state]}
      {post.recruitment && ` ${words.recruitments[post.recruitment]}`}
    </Tag>
  )
}

function PrintedTable({ visit, posts }: { readonly visit: Visit; readonly posts: UnitPosts }) {
  const { lang } = visit
  const { unit: words, any } = organisationText[lang]
  return (
    <DataTable
      lang={lang}
      bare
      caption={words.printed}
      captionShown
      look="cards"
      rows={posts.printed}
      rowId={(row) => row.measure}
      columns={[
        { head: words.measure, rowHead: true, phone: 'title', cell: (row) => words.measures[row.measure] },
        { head: words.printedValue, number: true, cell: (row) => numberText(row.printedHundredths, lang) },
        {
          head: words.computed,
          number: true,
          cell: (row) => (row.computedHundredths === null ? '–' : numberText(row.computedHundredths, lang)),
        },
        {
          head: words.state,
          cell: (row) =>
            row.agrees === null ? (
              <Tag>{words.unknown}</Tag>
            ) : row.agrees ? (
              <Tag tone="ok">{words.agrees}</Tag>
            ) : (
              <Tag tone="warn">{words.differs}</Tag>
            ),
        },
        { head: words.quote, cell: (row) => row.quote ?? '–' },
        { head: any.origin, cell: (row) => originText(row.origin, lang) },
      ]}
    />
  )
}

export function PostForms({
  visit,
  post,
  unitId,
}: {
  readonly visit: Visit
  readonly post: Post
  readonly unitId: string
}) {
  const all = organisationText[visit.lang]
  const change = formOn(visit, 'tjanst-andra', { row: ['postId', post.postId] })
  const end = formOn(visit, 'tjanst-avsluta', { row: ['postId', post.postId] })
  const base = visit.href(`/organisation/enheter/${unitId}`)
  return (
    <More summary={`${all.any.change}: ${post.title}`} open={change.failed || end.failed}>
      <DeedForm
        form={change}
        action={`${base}/tjanst-andra`}
        version={post.version}
        hidden={{ postId: post.postId }}
        submit={all.any.save}
      >
        <PostFields form={change} lang={visit.lang} post={post} />
        <DateField {...change.field('from')} label={all.any.from} value={change.value('from', post.validFrom)} />
      </DeedForm>
      <DeedForm
        form={end}
        action={`${base}/tjanst-avsluta`}
        version={post.version}
        hidden={{ postId: post.postId }}
        submit={all.any.end}
      >
        <DateField {...end.field('on')} label={all.any.on} value={end.value('on')} />
      </DeedForm>
    </More>
  )
}

export function PostFields({
  form,
  lang,
  post,
}: {
  readonly form: ReturnType<typeof formOn>
  readonly lang: Visit['lang']
  readonly post?: Post
}) {
  const { unit: words, any } = organisationText[lang]
  const share = post?.sharePercent
  return (
    <>
      <TextField {...form.field('title')} label={any.title} value={form.value('title', post?.title)} width="long" />
      <NumberField
        {...form.field('sharePercent')}
        label={any.share}
        hint={any.shareHint}
        optional
        unit={any.percent}
        decimals
        value={form.value('sharePercent', share === null || share === undefined ? '' : String(share))}
      />
      <SelectField
        {...form.field('state')}
        label={words.state}
        empty={null}
        width="medium"
        options={postStates.map((state) => ({ value: state, label: words.states[state] }))}
        value={form.value('state', post?.state ?? 'filled')}
      />
      <SelectField
        {...form.field('recruitment')}
        label={words.recruitment}
        optional
        width="long"
        options={recruitments.map((way) => ({ value: way, label: words.recruitments[way] }))}
        value={form.value('recruitment', post?.recruitment)}
      />
    </>
  )
}
