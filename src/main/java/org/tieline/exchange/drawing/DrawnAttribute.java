package org.tieline.exchange.drawing;

import java.util.List;
import java.util.stream.Stream;

/**
 * An attribute that nodes or edges of a drawing may have.
 *
 * @param type as GraphML and GEXF both call it
 */
record DrawnAttribute(String name, String type) {
    /** The attributes of a list like {@code "name share:double"}; those without a type are strings. */
    static List<DrawnAttribute> list(String names) {
        return Stream.of(names.split(" "))
                .map(each -> each.split(":"))
                .map(each -> new DrawnAttribute(each[0], each.length == 1 ? "string" : each[1]))
                .toList();
    }
}
