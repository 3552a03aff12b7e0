// 'Use my location': asks first, rounds on the device, keeps the coordinates only while this page is open.
const part = document.querySelector("[data-location]");
const button = part.querySelector("[data-use]");
const consent = part.querySelector("[data-consent]");
const said = part.querySelector("[role=status]");
let place = null;

// Two decimals of a degree are about a mile: near enough for a pharmacy, too coarse for an address.
const rounded = (degrees) => degrees.toFixed(2);

function ask(open) {
  consent.hidden = !open;
  button.setAttribute("aria-expanded", open);
}

function found(position) {
  place = { latitude: rounded(position.coords.latitude), longitude: rounded(position.coords.longitude) };
  said.textContent = part.dataset.used;
  button.textContent = part.dataset.stop;
}

button.addEventListener("click", () => {
  if (!place) { ask(consent.hidden); return; }
  place = null;
  said.textContent = "";
  button.textContent = part.dataset.use;
});

consent.querySelector("[data-no]").addEventListener("click", () => { ask(false); button.focus(); });
consent.querySelector("[data-yes]").addEventListener("click", () => {
  ask(false);
  button.focus();
  said.textContent = part.dataset.looking;
  const failed = () => { said.textContent = part.dataset.failed; };
  navigator.geolocation.getCurrentPosition(found, failed, { timeout: 20000, maximumAge: 600000 });
});

// Every question of this page carries it, also the ready replies.
document.addEventListener("formdata", (event) => {
  if (!place || !event.target.matches("form[data-chat]")) return;
  for (const [name, value] of Object.entries(place)) event.formData.set(name, value);
});

part.hidden = !("geolocation" in navigator);
