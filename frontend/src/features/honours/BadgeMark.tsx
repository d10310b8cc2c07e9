import {
  IconAward,
  IconBulb,
  IconCake,
  IconCircleCheck,
  IconCopy,
  IconFlag,
  IconHeart,
  IconMessageCircle,
  IconSparkles,
  IconTrophy,
} from '@tabler/icons-react';
import type { BadgeFaceFragment, BadgeMetric } from '@/gql/graphql';
import classes from './Honours.module.css';

const ICONS: Record<BadgeMetric, typeof IconAward> = {
  IDEAS_PUBLISHED: IconBulb,
  IDEAS_ACCEPTED: IconCircleCheck,
  COMMENTS_APPRECIATED: IconHeart,
  ANSWERS_GIVEN: IconMessageCircle,
  SIMILAR_FOUND: IconCopy,
  FLAGS_UPHELD: IconFlag,
  IDEAS_WON: IconTrophy,
  YEARS: IconCake,
};

interface Props {
  badge: Pick<BadgeFaceFragment, 'pictureUrl' | 'pictureAlt' | 'metric' | 'step' | 'secret'>;
  size?: number;
  /** Not earned yet. */
  faint?: boolean;
}

/** What a badge looks like: the company's picture, or a sign for what it counts with a dot for each step. */
export function BadgeMark({ badge, size = 56, faint }: Props) {
  const { pictureUrl, pictureAlt, metric, step, secret } = badge;
  const shape = { className: classes.mark, 'data-faint': faint || undefined, style: { width: size, height: size } };
  if (pictureUrl)
    return <img {...shape} src={pictureUrl} alt={pictureAlt ?? ''} width={size} height={size} loading="lazy" />;
  const Icon = secret ? IconSparkles : metric ? ICONS[metric] : IconAward;
  return (
    <span {...shape} aria-hidden>
      <Icon size={size * 0.46} stroke={1.7} />
      {step ? <span className={classes.steps}>{'•'.repeat(step)}</span> : null}
    </span>
  );
}
