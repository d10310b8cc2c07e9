import { createRootRoute } from '@tanstack/react-router';
import { Layout } from '@/app/layout/Layout';

export const Route = createRootRoute({ component: Layout });
