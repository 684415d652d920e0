import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/client';
import { bootstrapQuery, queryClient } from './api/queries';
import { Gate } from './boot/Gate';
import { keepClient } from './boot/install';
import { router } from './boot/router';
import { rememberedLocale, startTexts } from './i18n';
import { toast } from './kit/Toast';
import { Block } from './kit/Block';
import { applyLook, rememberedLook } from './theme/skins';
import './styles/fonts.css';
import './styles/base.css';
import './styles/tones.css';
import './styles/waiting.css';
import './styles/controls.css';
import './styles/dates.css';
import './styles/rule.css';
import './styles/overlays.css';
import './styles/tabs.css';
import './styles/shell.css';
import './styles/palette.css';
import './styles/gate.css';
import './styles/screens.css';
import './styles/touch.css';
import './styles/print.css';

keepClient();
// What a click asked for and the server refused is said, also where nobody waits for the answer.
addEventListener('unhandledrejection', ({ reason }) => {
  if (reason instanceof Problem && reason.status !== 401) toast(reason.message, 'danger');
});
applyLook(rememberedLook());
const texts = startTexts(rememberedLocale());
// Who is there, and the page he opens, are asked for while the words come.
void queryClient.prefetchQuery(bootstrapQuery);
void router.load();
await texts;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Block>
          <Gate />
        </Block>
      </QueryClientProvider>
    </StrictMode>,
  );
}
