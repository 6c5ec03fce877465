import { defineBackground } from 'wxt/utils/define-background';
import { logProblems } from '../../lib/browser/problem-log.ts';
import { serve } from '../../lib/messages/transport.ts';
import { createDeps } from './deps.ts';
import { registerGestures } from './gestures.ts';
import { registerLifecycle } from './lifecycle.ts';
import { createMessageHandlers } from './message-handlers.ts';

/**
 * This only composes the parts. All listeners are registered synchronously, because they wake a
 * stopped worker.
 */
export default defineBackground({
  type: 'module',
  main() {
    logProblems('background');
    const deps = createDeps();
    serve(createMessageHandlers(deps));
    registerGestures(deps);
    registerLifecycle(deps);
  },
});
