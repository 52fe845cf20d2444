/**
 * What single messages of HTTP say: a request is read and refused, an answer is written in the form that is wanted, a list as
 * JSON, JSON Lines or a table; whatever fails becomes a problem document of RFC 9457.
 *
 * <p>{@link org.tieline.http.message.Answers} does for every question what HTTP asks for: one snapshot for an answer and its tag, the
 * form that is wanted, and nothing for who has the answer already, nor anything computed twice while it is kept. May use {@code question}, {@code model} and Javalin; knows no route.
 */
@NullMarked
package org.tieline.http.message;

import org.jspecify.annotations.NullMarked;
