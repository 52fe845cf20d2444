"use strict";

// The colours of Swagger UI follow a class of the page, not what the reader set.
const dark = matchMedia("(prefers-color-scheme: dark)");
const paint = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", paint);
paint();

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
