import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { useIdle } from '@/lib/use-idle';

/** What a page can do without: its script is asked for when the page has been painted and rests, and may fail to come. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): (props: Props) => ReactNode {
  const Part = lazy<ComponentType<Props>>(() => load().then(asModule, () => asModule(() => null)));
  const Later = (props: Props) =>
    useIdle() ? (
      <Suspense>
        <Part {...props} />
      </Suspense>
    ) : null;
  return Later;
}

const asModule = <Props,>(component: ComponentType<Props>) => ({ default: component });
