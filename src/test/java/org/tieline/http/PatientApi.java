package org.tieline.http;

import java.time.Duration;
import org.tieline.gate.Gate;
import org.tieline.http.pages.PageOptions;
import org.tieline.testing.Patience;

/** Options of an API whose answers and readiness do not depend on how busy the machine of the tests is. */
public final class PatientApi {
    /** Snapshots that a test takes itself may be as old as the test; an answer may take as long as any wait. */
    public static final ApiOptions OPTIONS = new ApiOptions(
            Origins.NONE,
            PageOptions.DEFAULT,
            Patience.LONGEST,
            null,
            0,
            32,
            Duration.ofHours(1),
            false,
            Gate.LOOPBACK);

    private PatientApi() {}
}
