/** @jsxImportSource preact */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { Outlook } from 'vitiligo-outlook';
import 'vitiligo-outlook/define';
import type { VitiligoOutlookAttributes } from 'vitiligo-outlook/jsx';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vitiligo-outlook': VitiligoOutlookAttributes & HTMLAttributes;
    }
  }
}

const PREFILLED = { site: 'Problem list' };

function App() {
  const [site, setSite] = useState<'face-neck' | 'hands-feet'>('face-neck');
  const [outlook, setOutlook] = useState<Outlook | null>(null);
  return (
    <section data-way="Preact">
      <button onClick={() => setSite('hands-feet')}>Hands and feet</button>
      <p class="heard">{outlook?.inputs.site}</p>
      <vitiligo-outlook site={site} prefilled={PREFILLED} onoutlook-change={(event) => setOutlook(event.outlook)}>
        <p>Ask us for the printed sheet.</p>
      </vitiligo-outlook>
    </section>
  );
}

render(<App />, document.body);
