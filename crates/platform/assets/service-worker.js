// Runs in the browser when a message comes while no page is open. It shows the message, and opens the site when that is
// clicked. It keeps no pages and stands between nothing.
"use strict";
addEventListener("push", (event) => {
  const { title, path } = event.data.json();
  event.waitUntil(registration.showNotification(title, { tag: "news", data: path }));
});
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(clients.openWindow(event.notification.data));
});
