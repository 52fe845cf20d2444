"use strict";

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
});
