package org.tieline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that loads the shipped data and leaves them as they are: it only reads, or takes back what it wrote. It has a
 * database that only such classes use and that is never emptied, so that these data are written, and the queries on them
 * planned, once.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(EmbeddedNeo4jExtension.class)
public @interface ShippedGraph {}
