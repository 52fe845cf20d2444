/**
 * Drawings for tools that lay graphs out: facts come in, a GraphML or GEXF file leaves. The serializer of the JDK writes both;
 * {@link org.tieline.exchange.drawing.DrawingExport} says what nodes and edges tell.
 */
@NullMarked
package org.tieline.exchange.drawing;

import org.jspecify.annotations.NullMarked;
