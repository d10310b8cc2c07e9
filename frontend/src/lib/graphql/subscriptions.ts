import { subscriptionExchange } from 'urql';

/** Live messages go over a socket, whose script comes with the first who wants some. */
export const subscriptions = subscriptionExchange({
  forwardSubscription: (request) => ({
    subscribe(sink) {
      let ended = false;
      let end: (() => void) | undefined;
      // without it the page is as good as ever, but for news
      import('../live/socket')
        .then(({ subscribe }) => ended || (end = subscribe(request, sink)))
        .catch(() => undefined);
      return {
        unsubscribe() {
          ended = true;
          end?.();
        },
      };
    },
  }),
});
