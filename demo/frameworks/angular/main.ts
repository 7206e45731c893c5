// Compiles its template in the browser, so that the example needs no tools but Vite. A project made with `ng new` leaves
// the compiler and `enableProdMode` out and has the component as it is here.
import '@angular/compiler';
import { Component, CUSTOM_ELEMENTS_SCHEMA, enableProdMode, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { OutlookChangeEvent } from 'vitiligo-outlook';
import 'vitiligo-outlook/define';

@Component({
  selector: 'outlook-example',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <section data-way="Angular">
      <button (click)="site.set('hands-feet')">Hands and feet</button>
      <p class="heard">{{ heard() }}</p>
      <vitiligo-outlook [attr.site]="site()" [prefilled]="prefilled" (outlook-change)="handleOutlook($event)">
        <p>Ask us for the printed sheet.</p>
      </vitiligo-outlook>
    </section>
  `,
})
class OutlookExample {
  readonly site = signal('face-neck');
  readonly heard = signal('');
  readonly prefilled = { site: 'Problem list' };

  handleOutlook(event: Event) {
    this.heard.set((event as OutlookChangeEvent).outlook.inputs.site ?? '');
  }
}

enableProdMode();
await bootstrapApplication(OutlookExample, { providers: [provideZonelessChangeDetection()] });
