/**
 * The API over HTTP. Requests enter, their parameters go to one inquiry each as text, and its answer leaves as JSON in wire
 * records of this package, a list as JSON Lines or a table too; whatever fails leaves as a problem document of RFC 9457.
 *
 * <p>{@link org.tieline.http.Answers} does for every question what HTTP asks for: one snapshot for an answer and its tag, the
 * form that is wanted, and nothing for who has the answer already.
 *
 * <p>{@code openapi.yaml} beside the classes is the contract of all this, kept by hand and served. What is added here is described
 * there; {@code docs/contract.md} says how the two are held together.
 *
 * <p>The explorer is served from here, too: files from the class path that ask the API from a browser. So is the
 * guide for Neo4j Browser, as {@code guide} makes it.
 *
 * <p>May use {@code inquiry}, {@code guide}, the {@code model} and the values of {@code exposure}, {@code restriction} and {@code naming}
 * that answers consist of, and FastCSV for tables; knows no database. The wire records are apart from the domain's although
 * many look alike: what clients read must not change because the engine does.
 */
package org.tieline.http;
