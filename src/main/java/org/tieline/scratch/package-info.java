/**
 * What is too much for memory: bytes come in, lie in a folder of their own while they are many, and leave in the order in which
 * they came, or sorted. What is little never reaches a file. Uses nothing but the JDK.
 */
@NullMarked
package org.tieline.scratch;

import org.jspecify.annotations.NullMarked;
