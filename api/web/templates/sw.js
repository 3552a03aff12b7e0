// Keeps a small shell on the device. Answers never pass through it: only pages that are opened, and assets.
const CACHE = "tideover-{{ version }}";
const SHELL = {{ shell | tojson }};
const LANGUAGES = {{ languages | tojson }};

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELL)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const old = (names) => names.filter((name) => name.startsWith("tideover-") && name !== CACHE);
  event.waitUntil(
    caches.keys().then((names) => Promise.all(old(names).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

function language(url) {
  const chosen = (url.searchParams.get("lang") || navigator.language).slice(0, 2);
  return LANGUAGES.includes(chosen) ? chosen : "en";
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== location.origin) return;
  if (event.request.mode === "navigate") {
    event.respondWith(
      fetch(event.request).catch(() => caches.match("{{ offline }}?lang=" + language(url))),
    );
  } else if (event.request.method === "GET" && SHELL.includes(url.pathname + url.search)) {
    event.respondWith(caches.match(event.request).then((held) => held || fetch(event.request)));
  }
});
