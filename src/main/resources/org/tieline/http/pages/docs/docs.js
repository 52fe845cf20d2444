"use strict";

// The colours of Swagger UI follow a class of the page, not what the reader set.
const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", paint);
paint();

// Before anything is opened, Swagger UI wants to know how a key is given, and works through the whole contract for that, which
// takes seconds. That part refers to no other and can be read as it stands.
const asItStands = () => ({statePlugins: {spec: {wrapActions: {
  requestResolvedSubtree: (resolve, {specActions, specSelectors}) => path => path.join() === "components,securitySchemes"
    ? specActions.updateResolvedSubtree(path, specSelectors.specJson().getIn(path).toJS())
    : resolve(path)
}}}});

// Shows the contract of this very server, with forms to ask it. Nothing is fetched from elsewhere.
SwaggerUIBundle({
  url: "/openapi.yaml",
  dom_id: "#contract",
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  defaultModelsExpandDepth: 0,
  docExpansion: "list",
  showExtensions: false,
  validatorUrl: null,
  plugins: [asItStands],
});
