const element = document.querySelector('vitiligo-outlook');

element.prefilled = { site: 'Problem list' };
element.addEventListener('outlook-change', ({ outlook }) => {
  document.querySelector('.heard').textContent = outlook.inputs.site;
});
document.querySelector('button').addEventListener('click', () => element.setAttribute('site', 'hands-feet'));
