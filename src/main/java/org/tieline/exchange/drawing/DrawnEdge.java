package org.tieline.exchange.drawing;

/**
 * An edge of a drawing.
 *
 * @param element what it tells
 * @param from the id of a node
 * @param to the id of a node
 * @param kind the type of the tie, or what else joins the two
 */
record DrawnEdge(DrawnElement element, String from, String to, String kind) {}
