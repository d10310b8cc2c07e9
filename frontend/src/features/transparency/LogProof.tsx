import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { FileLink } from './FileLink';
import classes from './Log.module.css';

const LogHeads = graphql(`
  query LogHeads($companyId: ID!) {
    moderationLogHeads(companyId: $companyId, first: 7) {
      edges {
        node {
          day
          position
          hash
        }
      }
    }
  }
`);

/** What the log is, how anybody can check it, and what to check it with. */
export function LogProof() {
  const { t } = useLingui();
  const { slug, visibility } = useCompany();
  return (
    <aside className={classes.proof}>
      <section className="form">
        <h2>
          <Trans>How to check it</Trans>
        </h2>
        <p>
          <Trans>
            Each line holds the hash (SHA-256) of the line before. Whoever changes, adds or takes out a line breaks
            every hash after it. Download all lines and compute the hashes again: a few lines of any language do it.
            Then compare the last one with a head that you have kept from an earlier day.
          </Trans>
        </p>
        <ul className={classes.files}>
          <li>
            <FileLink name="lines.jsonl">{t`All lines (JSON)`}</FileLink>
          </li>
          <li>
            <FileLink name="lines.csv">{t`All lines (CSV)`}</FileLink>
          </li>
          {/* readers of feeds cannot say who they are */}
          {visibility === 'PUBLIC' && (
            <li>
              <a href={`/${slug}/log/feed.atom`}>{t`Feed (Atom)`}</a>
            </li>
          )}
        </ul>
        <details>
          <summary>
            <Trans>The recipe</Trans>
          </summary>
          <p>
            <Trans>
              The hash of a line is the SHA-256 of: the hash of the line before (of the first: nothing), a line break,
              and the line’s values as a JSON array without spaces, in the order in which the JSON file has them,
              without the two hashes.
            </Trans>
          </p>
        </details>
      </section>
      <Heads />
    </aside>
  );
}

/** Where the log ended on each of the last days: whoever keeps one can tell whether its past was changed. */
function Heads() {
  const { t } = useLingui();
  const format = useFormat();
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: LogHeads, variables: { companyId } });
  const heads = data?.moderationLogHeads.edges.map(({ node }) => node) ?? [];
  return (
    <section className="form">
      <h2>
        <Trans>Published heads</Trans>
      </h2>
      <p className="dimmed">
        <Trans>
          Every night the last hash is published, if the log has grown. Keep it: it vouches for all lines before.
        </Trans>
      </p>
      {data && heads.length === 0 && (
        <p>
          <Trans>None has been published yet.</Trans>
        </p>
      )}
      <ol className={`plain ${classes.heads}`}>
        {heads.map(({ day, position, hash }) => (
          <li key={day}>
            {/* noon, so that the day is the same everywhere */}
            <span>
              <Trans>
                {format.date(`${day}T12:00:00`)}, line {position}
              </Trans>
            </span>
            <code>{hash}</code>
          </li>
        ))}
      </ol>
      {heads.length > 0 && <FileLink name="heads.jsonl">{t`Earlier heads (JSON)`}</FileLink>}
    </section>
  );
}
