package org.tieline.http.message;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;

/** Bodies that cannot be read to their end, which is the fault of who sends them and not of the server. */
final class BrokenBody {
    private static final int LONGEST_CHAIN = 8;

    private BrokenBody() {}

    /**
     * What the client is told of a failure to read its body.
     *
     * @throws RuntimeException the failure itself, if it is of another kind
     */
    static HttpRefusal refusal(Exception failure) {
        if (causes(failure).anyMatch(BrokenBody::isLate)) {
            return new HttpRefusal(Problems.tooSlow());
        }
        if (causes(failure).anyMatch(cause -> cause instanceof HttpException || cause instanceof IOException)) {
            return new HttpRefusal(
                    ProblemType.BAD_REQUEST, "the body ends too early, or does not come in chunks as HTTP wants them");
        }
        throw failure instanceof RuntimeException other ? other : new IllegalStateException(failure);
    }

    private static boolean isLate(Throwable cause) {
        return cause instanceof TimeoutException
                || cause instanceof HttpException refused && refused.getCode() == HttpStatus.REQUEST_TIMEOUT_408;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(LONGEST_CHAIN);
    }
}
