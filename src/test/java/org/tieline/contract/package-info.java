/**
 * Makes the contract of the API: what questions and records declare comes in with a frame that is kept by hand, in {@code
 * src/test/contract}; {@code openapi.yaml} leaves.
 */
package org.tieline.contract;
