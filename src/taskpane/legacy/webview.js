// Runs before any bundle, in whatever the office has: a webview of the Internet Explorer age gets a plain page that says
// which versions work, instead of a blank pane. Written for the oldest of them: no syntax after ES5.
(function () {
  var agent = navigator.userAgent;
  if (agent.indexOf('Trident') === -1 && agent.indexOf('Edge/') === -1) return;
  window.location.replace('unsupported.html');
})();
