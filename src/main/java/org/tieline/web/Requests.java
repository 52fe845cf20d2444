package org.tieline.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tieline.inquiry.Parameters;

/** What every route reads from a request. */
final class Requests {
    private Requests() {}

    static Parameters parameters(Context context) {
        return new Parameters(context.queryParamMap());
    }

    /** The id in the path. */
    static String id(Context context) {
        return context.pathParam("id");
    }

    /** The day that {@code asOf} means when it is absent, the same for clients everywhere. */
    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
