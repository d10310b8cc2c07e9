import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { FairPlayFigure } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import type { Signal } from './fair-play';

/** What a hint rests on, in sentences. */
export function Evidence({ evidence }: Pick<Signal, 'evidence'>) {
  const { i18n } = useLingui();
  const format = useFormat();
  const few = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1 });
  const say = (figure: FairPlayFigure, value: number): ReactNode => {
    const usual = few.format(value);
    const seconds = format.number(Math.round(value));
    switch (figure) {
      case 'VOTES_WITHIN':
        return (
          <Plural
            value={value}
            one="# vote for each other, from half a year before on"
            other="# votes for each other, from half a year before on"
          />
        );
      case 'VOTES_USUAL':
        return <Trans>{usual} if they voted as all others do</Trans>;
      case 'VOTES_ELSEWHERE':
        return <Plural value={value} one="# vote for somebody else" other="# votes for others" />;
      case 'SECONDS_BETWEEN':
        return <Trans>{seconds} seconds between two votes</Trans>;
      case 'NEWCOMERS':
        return (
          <Plural value={value} one="# had joined less than a day before" other="# had joined less than a day before" />
        );
      case 'VOTES_OTHERWISE':
        return <Plural value={value} one="# other vote for the idea" other="# other votes for the idea" />;
      case 'NETWORK_MEMBERS':
        return <Plural value={value} one="# member from this network" other="# members from this network" />;
      case 'DEVICE_MEMBERS':
        return <Plural value={value} one="# member with this browser" other="# members with this browser" />;
      case 'AUTHORS_WITHIN':
        return (
          <Plural
            value={value}
            _0="no author from it"
            one="# idea is by somebody from it"
            other="# ideas are by somebody from it"
          />
        );
    }
  };
  // that nobody was new speaks for the votes
  const against = evidence.filter(({ figure, value }) => figure !== 'NEWCOMERS' || value > 0);
  return (
    <ul>
      {against.map(({ figure, value }) => (
        <li key={figure}>{say(figure, value)}</li>
      ))}
    </ul>
  );
}
