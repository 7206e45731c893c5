// Gives the element the language that the address names (`#fr`), English at first.

const element = document.querySelector('vitiligo-outlook');
const code = document.querySelector('.code code');
const links = document.querySelectorAll('nav a');

window.addEventListener('hashchange', show);
show();

function show() {
  if (element === null || code === null) throw new Error('The page lacks its element');
  const lang = location.hash.slice(1) || 'en';
  element.setAttribute('lang', lang);
  for (const link of links) {
    if (link.getAttribute('href') === `#${lang}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  code.textContent = `<vitiligo-outlook lang="${lang}"></vitiligo-outlook>`;
}

export {};
