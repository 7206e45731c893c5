// Shows one state at a time: the template of the section that the address names (`#child-face`), or of the first one.

const stage = query('.stage');
const code = query('.code code');
const outlook = query('.events code');
const links = document.querySelectorAll('nav a');

stage.addEventListener('outlook-change', (event) => {
  if ('outlook' in event) outlook.textContent = JSON.stringify(event.outlook, null, 2);
});
window.addEventListener('hashchange', show);
show();

function show() {
  const section = document.getElementById(location.hash.slice(1)) ?? query('section');
  const template = section.querySelector('template');
  if (template === null) return;
  for (const other of document.querySelectorAll('section')) other.toggleAttribute('hidden', other !== section);
  for (const link of links) {
    if (link.getAttribute('href') === `#${section.id}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  outlook.textContent = '';
  code.textContent = template.innerHTML.trim();
  stage.replaceChildren(template.content.cloneNode(true));
}

/** @param {string} selector */
function query(selector) {
  const found = document.querySelector(selector);
  if (found === null) throw new Error(`The page has no ${selector}`);
  return found;
}
