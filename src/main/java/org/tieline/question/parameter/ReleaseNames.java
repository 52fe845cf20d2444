package org.tieline.question.parameter;

import org.tieline.model.InvalidValue;

/** The releases that a question may name. */
public interface ReleaseNames {
    /** For who has no snapshot yet: every text is taken for a version. */
    ReleaseNames AS_GIVEN = new ReleaseNames() {
        @Override
        public String named(String text) {
            return text;
        }

        @Override
        public OrganizationIds ids(String version) {
            return OrganizationIds.AS_GIVEN;
        }
    };

    /**
     * The version that a text names.
     *
     * @throws InvalidValue without a field, with the versions that could have been named, if there is none
     */
    String named(String text);

    /** Which organizations ids and identifiers mean in a release. */
    OrganizationIds ids(String version);
}
