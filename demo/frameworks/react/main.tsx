import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Outlook } from 'vitiligo-outlook';
import { VitiligoOutlook } from 'vitiligo-outlook/react';

const PREFILLED = { site: 'Problem list' };

function Wrapped() {
  const [site, setSite] = useState('face-neck');
  const [outlook, setOutlook] = useState<Outlook | null>(null);
  return (
    <section data-way="React, the component">
      <button onClick={() => setSite('hands-feet')}>Hands and feet</button>
      <p className="heard">{outlook?.inputs.site}</p>
      <VitiligoOutlook site={site} prefilled={PREFILLED} onOutlookChange={(event) => setOutlook(event.outlook)}>
        <p>Ask us for the printed sheet.</p>
      </VitiligoOutlook>
    </section>
  );
}

function Raw() {
  const [site, setSite] = useState<'face-neck' | 'hands-feet'>('face-neck');
  const [outlook, setOutlook] = useState<Outlook | null>(null);
  return (
    <section data-way="React, the tag">
      <button onClick={() => setSite('hands-feet')}>Hands and feet</button>
      <p className="heard">{outlook?.inputs.site}</p>
      <vitiligo-outlook site={site} prefilled={PREFILLED} onoutlook-change={(event) => setOutlook(event.outlook)}>
        <p>Ask us for the printed sheet.</p>
      </vitiligo-outlook>
    </section>
  );
}

createRoot(document.body).render([<Wrapped key="wrapped" />, <Raw key="raw" />]);
