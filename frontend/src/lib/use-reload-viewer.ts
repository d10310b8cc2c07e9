import { useClient } from 'urql';
import { graphql } from '@/gql';
import { updateViewer } from './session';

const CurrentViewer = graphql(`
  query CurrentViewer {
    viewer {
      ...ViewerState
    }
  }
`);

/** Reads the viewer anew, after something changed their memberships. */
export function useReloadViewer(): () => Promise<void> {
  const client = useClient();
  return async () => {
    const { data } = await client.query(CurrentViewer, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data?.viewer) updateViewer(data.viewer);
  };
}
